//! The document around the application: what the server writes before a component is asked.

#![cfg(feature = "ssr")]

use crate::routes::App;
use crate::server::{RequestContext, request};
use crate::viewer::Theme;
use i18n::{FRAME, words_file};
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_meta::MetaTags;

/// The whole document.
pub fn shell() -> impl IntoView {
    let request = request().ok();
    let (locale, theme) = request.as_ref().map_or((i18n::Locale::En, Theme::System), |r| (r.viewer.locale, r.viewer.theme));
    let pkg = request.as_ref().map_or_else(|| "/pkg".to_owned(), |r| r.pkg.clone());
    view! {
        <!DOCTYPE html>
        <html lang=locale.as_str() dir=locale.dir() data-theme=(theme != Theme::System).then_some(theme.as_str())>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
                <meta name="color-scheme" content="light dark" />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <link rel="apple-touch-icon" href="/icons/apple-touch-icon.png" />
                <link rel="manifest" href="/manifest.webmanifest" />
                <link rel="stylesheet" href=format!("{pkg}/trellis.css") />
                {request.map(scripts)}
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// Fetches the client, the words of the frame and hydrates. Instead of Leptos' own `HydrationScripts`, because our files lie
/// in a folder named by their content (so that each may be kept for ever) and the words come along. The words of the page itself
/// are asked for by the client, when it knows which page it is, and fetched early by the page's head (`lang.rs`).
///
/// Until all of the page is hydrated, which waits for the page's own part, a link leads to a new page as it does without the
/// client: the router would build the next page while hydrating walks through this one, and break.
fn scripts(request: RequestContext) -> impl IntoView {
    let RequestContext { pkg, viewer, .. } = request;
    let locale = viewer.locale;
    let frame = format!("{pkg}/{}", words_file(FRAME, locale));
    let any = words_file("${page}", locale);
    let script = format!(
        "import init,{{hydrate}} from '{pkg}/trellis.js';\
         const get=(url,again=2)=>fetch(url).then(r=>r.ok?r.text():Promise.reject(r.status))\
         .catch(e=>again?new Promise(go=>setTimeout(go,500)).then(()=>get(url,again-1)):Promise.reject(e));\
         globalThis.trellisWords=page=>get(`{pkg}/{any}`);\
         const words=get('{frame}');\
         await init({{module_or_path:'{pkg}/trellis.wasm'}});\
         addEventListener('click',e=>'hydrated' in document.documentElement.dataset||e.target.closest('a')&&e.stopImmediatePropagation(),true);\
         hydrate('{locale}',await words);"
    );
    view! {
        <link rel="modulepreload" href=format!("{pkg}/trellis.js") crossorigin="anonymous" />
        <link rel="preload" href=format!("{pkg}/trellis.wasm") r#as="fetch" r#type="application/wasm" crossorigin="anonymous" />
        <link rel="preload" href=frame r#as="fetch" crossorigin="anonymous" />
        <script type="module" nonce=use_nonce() inner_html=script></script>
    }
}
