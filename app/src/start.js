// The script of every page: fetches the client once the page can be read, lets it take the page over, and helps when a part of it
// can't be had. Whatever fails leaves a page that works as it does without JavaScript: until the client has taken over
// (`data-hydrated`), links and forms are the browser's own.
//
// `app/src/shell.rs` writes it into the page, without these comments, and beside it what differs from page to page (`at`).
const at = JSON.parse(document.getElementById("client").textContent);
const root = document.documentElement;
const hydrated = () => "hydrated" in root.dataset;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// --- Fetching ---

// A file that doesn't come is asked for again, twice, soon. What this server does not have belongs to another version of it. One
// that has not begun to come after a quarter of a minute, or is not there a minute later, doesn't come: a slow line is given time.
const get = async (url, read) => {
  for (const wait of [300, 1200, 0]) {
    const limit = new AbortController();
    const within = (ms) => setTimeout(() => limit.abort(), ms);
    let timer = within(15000);
    try {
      const answer = await fetch(url, { signal: limit.signal });
      clearTimeout(timer);
      timer = within(60000);
      if (answer.ok) return await read(answer);
      throw answer.status;
    } catch (error) {
      if (!wait || error === 404) throw error;
      await pause(wait);
    } finally {
      clearTimeout(timer);
    }
  }
};
const text = (answer) => answer.text();
// A network that wants one to sign in first answers with a page of its own.
const json = async (answer) => {
  const said = await answer.text();
  JSON.parse(said);
  return said;
};
const address = (file) => `${at.pkg}/${file}`;

// The reader's words of a page, or of the frame around every page.
const wordsAt = (page) => address(at.words.replace("*", page));
const [frame, ...own] = at.said;

// --- Going somewhere ---

// The client changes the address when the next page is there. Until then, this is where the link leads that was followed.
let going;
// Whether the client may wait for ever for a part: from then on every way leads through the server.
let stuck = false;
const wanted = () => going ?? location.href;
// Any answer will do, but a proxy's that the server is away.
const alive = () =>
  fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout?.(5000) }).then((answer) => answer.status < 500, () => false);

// Says that the server can't be reached, and leaves the page as it is.
const say = () => {
  const said = () => document.getElementById("unreached");
  said()?.remove();
  document.body.insertAdjacentHTML("beforeend", at.unreachable);
  said().querySelector("button").onclick = () => said().remove();
};
// Lets the server lead to an address, or to the page's own.
const leave = async (href) => {
  if (!(await alive())) say();
  else if (href) location.assign(href);
  else location.reload();
};

// A part of the client that was wanted for an address can't be had. A page that isn't hydrated yet stays as it is, so that
// nothing is loaded over and over; else the server is asked for the page, if somebody still waits for it.
let left;
const lost = (to, error) => {
  console.error(error);
  stuck = true;
  // Of many parts that are gone, the first leads on: leaving again would break off leaving.
  if (!hydrated() || to !== wanted() || to === left) return;
  left = to;
  leave(going);
};

addEventListener(
  "click",
  (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link) return;
    // The client's router listens long before it can follow.
    if (!hydrated()) return event.stopImmediatePropagation();
    const { href, target, hash, pathname, search } = link;
    if ((hash && pathname + search === place()) || target || link.hasAttribute("download") || link.origin !== location.origin) return;
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (trellis.stay?.()) {
      event.preventDefault();
      return event.stopImmediatePropagation();
    }
    if (stuck || !navigator.onLine) {
      event.preventDefault();
      event.stopImmediatePropagation();
      leave(href);
    } else {
      going = href;
      // Else it is the browser that follows.
      setTimeout(() => event.defaultPrevented || (going = undefined));
    }
  },
  true,
);
addEventListener("submit", (event) => hydrated() || event.stopImmediatePropagation(), true);

const place = () => location.pathname + location.search;
const begun = place();
let here = begun;
// The address with what stands behind `#`, and the state that belongs to it.
let entry = [history.state, location.href];
const arrived = () => {
  here = place();
  entry = [history.state, location.href];
};
addEventListener("popstate", (event) => {
  const moved = here !== place();
  if (moved && hydrated() && trellis.stay?.()) {
    // The browser has gone already: this page follows where it went, and the router hears nothing of it.
    event.stopImmediatePropagation();
    return pushed(entry[0], "", entry[1]);
  }
  arrived();
  going = undefined;
  if (hydrated() && !stuck) return;
  // Back or on, where no client can follow.
  event.stopImmediatePropagation();
  if (moved) leave();
});
const pushed = history.pushState.bind(history);
for (const [change, load] of [["pushState", "assign"], ["replaceState", "replace"]]) {
  const changes = history[change].bind(history);
  history[change] = (state, title, href) => {
    going = undefined;
    if (stuck && href) return location[load](href);
    changes(state, title, href);
    arrived();
  };
}

// The words of a page, for the client (app/src/lang.rs): it has no answer to a failure but to wait for ever.
const words = async (page) => {
  const to = wanted();
  try {
    return await get(wordsAt(page), json);
  } catch (error) {
    await lost(to, error);
    return new Promise(() => {});
  }
};

// --- What the server wrote as HTML ---

// Makes an element's content that of `html` (app/src/written/mod.rs), and leaves alone what is the same: the focus, what is being typed.
// What stands open stays so as long as it is about the same; a field with another value is another field, and a row that
// says what it is about (`data-key`) is known by that, wherever it stands now.
const renew = (element, html) => {
  const fresh = element.cloneNode(false);
  fresh.innerHTML = html;
  for (const form of element.querySelectorAll("form[data-sent]")) form.reset();
  for (const told of element.querySelectorAll("[data-told]")) told.remove();
  match(element, fresh);
};
const match = (old, fresh) => {
  const names = [...old.getAttributeNames(), ...fresh.getAttributeNames()];
  for (const name of names.filter((name) => name !== "open" && old.getAttribute(name) !== fresh.getAttribute(name))) {
    if (fresh.hasAttribute(name)) old.setAttribute(name, fresh.getAttribute(name));
    else old.removeAttribute(name);
  }
  const rest = [...old.childNodes];
  const known = new Map();
  // What has the same heading first: a section that came before others must not be taken for one of them.
  for (const one of [(now, next) => alike(now, next) && heading(now) === heading(next), alike]) {
    for (const next of [...fresh.childNodes].filter((next) => !known.has(next))) {
      const at = rest.findIndex((now) => one(now, next));
      if (at >= 0) known.set(next, rest.splice(at, 1)[0]);
    }
  }
  const pairs = [...fresh.childNodes].map((next) => [known.get(next) ?? next, next]);
  // First what is gone, so that what follows it need not be moved: what is moved loses the focus.
  rest.forEach((node) => node.remove());
  let spot = old.firstChild;
  for (const [now, next] of pairs) {
    if (now === spot) spot = spot.nextSibling;
    else old.insertBefore(now, spot);
    if (now === next) continue;
    if (next.nodeType === Node.ELEMENT_NODE) match(now, next);
    else if (now.data !== next.data) now.data = next.data;
  }
};
const heading = (node) => node.querySelector?.("h1, h2, h3, legend, summary")?.textContent;
const alike = (now, next) => {
  if (now.nodeName !== next.nodeName) return false;
  if (next.nodeType !== Node.ELEMENT_NODE) return true;
  const names = ["id", "data-key", "action", "name"];
  if (next.matches("input, option")) names.push("value");
  if (names.some((name) => now.getAttribute(name) !== next.getAttribute(name))) return false;
  return next.nodeName !== "DETAILS" || now.firstElementChild?.textContent === next.firstElementChild?.textContent;
};

// The loader of the client's parts asks for the first (xtask/src/loader.js), the client for the last.
globalThis.trellis = { get, wanted, lost, words, renew };

// --- The client ---

const ahead = (href) => {
  const link = { rel: "preload", as: "fetch", href, crossOrigin: "anonymous" };
  document.head.append(Object.assign(document.createElement("link"), link));
};

const begin = async () => {
  // The longest first. The scripts are fetched for the browser's cache: one that `import` did not get, it might never ask for again.
  const scripts = at.scripts.map((file) => get(address(file), text));
  const files = [get(address("trellis.wasm"), WebAssembly.compileStreaming), get(wordsAt(frame), json), ...scripts];
  [...at.parts.map((part) => address(`${part}.wasm`)), ...own.map(wordsAt)].forEach(ahead);
  const [module, said] = await Promise.all(files);
  const client = await import(address(at.scripts[0]));
  await client.default({ module_or_path: module });
  client.hydrate(at.locale, said);
};

// What can be read comes first: the client follows when the page has been painted and the browser has nothing to do, two seconds
// later at the latest, or when somebody touches the page.
const seen = (event) => new Promise((done) => addEventListener(event, done, { once: true, capture: true, passive: true }));
const idle = () => new Promise((done) => (globalThis.requestIdleCallback ? requestIdleCallback(done, { timeout: 2000 }) : done()));
// In a window that nobody looks at, nothing is painted.
const painted = Promise.race([new Promise((done) => new PerformanceObserver(done).observe({ type: "paint", buffered: true })), pause(2000)]);

Promise.race([seen("pointerdown"), seen("keydown"), painted.then(idle)])
  .then(begin)
  .catch((error) => console.error(error));

// --- What is typed ---

// Kept by a script of its own (public/kept.js), which comes with the first field that is touched, or where something is kept.
const holds = () => {
  try {
    return Object.keys(localStorage).some((name) => name.startsWith("draft:"));
  } catch {
    return false;
  }
};
Promise.race([seen("focusin"), ...(holds() ? [painted] : [])])
  .then(() => import(`/kept.js?${at.pkg}`))
  .then((kept) => kept.begin(at))
  .catch(() => {});
