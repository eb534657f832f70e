# Trellis in a container: built on Debian, run on Debian without a compiler.
#
#   docker build -t trellis .
#   docker run -p 127.0.0.1:3000:3000 -v trellis:/var/lib/trellis -e TRELLIS_BASE_URL=https://mentoring.example.org -e TRELLIS_TRUSTED_PROXIES=private trellis
#
# The two variables are for a proxy before it that speaks TLS; to try it out on http://localhost:3000, leave them away.
# The data (SQLite, pictures, mails without SMTP) live in /var/lib/trellis.

FROM rust:1-bookworm AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends nodejs npm \
 && rustup target add wasm32-unknown-unknown
WORKDIR /src
COPY . .
RUN scripts/setup && scripts/build --release

FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --home-dir /var/lib/trellis --create-home trellis
COPY --from=build /src/target/release/trellis /usr/local/bin/trellis
USER trellis
WORKDIR /var/lib/trellis
ENV TRELLIS_ADDR=0.0.0.0:3000 \
    TRELLIS_DATA=/var/lib/trellis \
    DATABASE_URL=sqlite:///var/lib/trellis/trellis.db
VOLUME /var/lib/trellis
EXPOSE 3000
ENTRYPOINT ["trellis"]
CMD ["serve"]
