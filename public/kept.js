// What somebody types or chooses is not lost: what a form holds is kept on this device until it is sent, and whoever leaves something
// unsaved is asked first. The script of every page (app/src/start.js) fetches this at the first touch of a field, or where something is kept.
//
// Drafts are a person's own, stay for a week, and go when the form was sent or somebody signs out. Passwords and files are never kept.

const START = "draft:";
const WEEK = 7 * 24 * 3600 * 1000;
const LONGEST = 64 * 1024;

// `person` is who is signed in; `kept` are the words for what is asked and told.
export const begin = ({ person, kept: words }) => {
  const mine = `${START}${person}:`;
  const main = () => document.getElementById("main");

  // --- What is in a form ---

  // What somebody typed or chose. A hidden field that follows what is chosen beside it says what it began with.
  const fields = (form) =>
    [...form.elements].filter((field) => field.name && field.matches("textarea, select, input:not([type=hidden], [type=file], [type=submit]), [data-typed]"));
  const isBox = (field) => field.matches("[type=checkbox], [type=radio]");
  const value = (field) => (isBox(field) ? field.checked : field.value);
  const first = (field) => {
    if (isBox(field)) return field.defaultChecked;
    if (field.matches("[data-typed]")) return field.dataset.typed;
    if (!field.matches("select")) return field.defaultValue.replace(/\r\n?/g, "\n");
    const options = [...field.options];
    return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? "";
  };
  // Shows a value in a field, as if somebody had chosen it.
  const enter = (field, value) => {
    if (isBox(field)) field.checked = value;
    else field.value = value;
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  };
  const all = (form, of) => fields(form).map(of);
  const same = (some, others) => JSON.stringify(some) === JSON.stringify(others);
  // A form's own words: a field may be called `action` or `method`.
  const action = (form) => form.getAttribute("action");
  const counts = (form) => form.getAttribute("method") === "post" && main()?.contains(form) && !form.querySelector("[type=password]");
  // What is saved, where that isn't what the page was written with.
  const saved = new WeakMap();
  const before = (form) => {
    const known = saved.get(form);
    return known?.length === fields(form).length ? known : all(form, first);
  };
  const dirty = (form) => !same(all(form, value), before(form));
  // A form that a browser by itself showed again holds what isn't saved, until it is sent; unless nothing stands in it.
  const sent = new WeakSet();
  const holds = (field) => !isBox(field) && !field.matches("select") && value(field);
  const isUnsaved = (form) => dirty(form) || (form.dataset.returned && !sent.has(form) && fields(form).some(holds));
  const forms = () => [...document.querySelectorAll("#main form")].filter(counts);

  // --- Leaving ---

  // On its way as browsers have always sent forms, or with everybody's consent.
  let leaving;
  const soon = (what) => {
    leaving = what;
    setTimeout(() => leaving === what && (leaving = undefined), 1000);
  };
  const unsaved = () => leaving !== true && (document.querySelector("#main [data-unsaved]") || forms().some((form) => form !== leaving && isUnsaved(form)));
  // Whether somebody stays, asked before a link is followed within the site or the browser's way back.
  globalThis.trellis.stay = () => {
    if (!unsaved()) return false;
    if (!confirm(words.leave)) return true;
    soon(true);
    return false;
  };
  addEventListener("beforeunload", (event) => unsaved() && event.preventDefault());

  // --- Keeping ---

  // Of several forms of one kind in a page, each is about something else: that goes along unseen.
  const about = (form) =>
    [...form.querySelectorAll("input[type=hidden]:not([data-typed])")]
      .filter((field) => !/^(mark|version|base\[|marks\[)/.test(field.name))
      .map((field) => field.value);
  const key = (form) => [mine + location.pathname, action(form), ...about(form)].join(" ");
  const read = (name) => {
    try {
      return JSON.parse(localStorage.getItem(name));
    } catch {
      return null;
    }
  };
  const drop = (name) => localStorage.removeItem(name);
  // A field is known by its name, a box by what it stands for besides, so that nothing else is ticked when a list has changed.
  const known = (form) => {
    const often = {};
    return fields(form).map((field) => [field, `${field.name} ${isBox(field) ? field.value : (often[field.name] = (often[field.name] ?? -1) + 1)}`]);
  };
  const keep = (form) => {
    const name = key(form);
    const was = before(form);
    const changed = known(form)
      .map(([field, called], at) => value(field) !== was[at] && [called, value(field), was[at]])
      .filter(Boolean);
    const draft = JSON.stringify({ at: Date.now(), fields: changed });
    if (!person || !changed.length || draft.length > LONGEST) return drop(name);
    try {
      localStorage.setItem(name, draft);
    } catch {
      // No room, or none is given: then nothing is kept.
    }
  };
  const looked = new WeakSet();
  let waiting;
  const pending = new Set();
  const keepAll = () => {
    // What was kept before is shown first.
    for (const form of pending) if (form.isConnected && (looked.has(form) || !read(key(form)))) keep(form);
    pending.clear();
  };
  const changed = ({ target }) => {
    const form = target?.form ?? target?.closest?.("form");
    if (!form || !counts(form)) return;
    pending.add(form);
    clearTimeout(waiting);
    waiting = setTimeout(keepAll, 250);
  };
  // A button or a key may take out what was chosen, which no field says.
  for (const kind of ["input", "change", "click", "keyup"]) addEventListener(kind, changed, true);
  // From here on it is known what the form held, also where a script shows something else than the page was written with.
  const touched = ({ target }) => {
    const form = target?.form;
    if (form && counts(form) && !saved.has(form) && !dirty(form)) saved.set(form, all(form, value));
  };
  addEventListener("focusin", touched);
  touched({ target: document.activeElement });
  changed({ target: document.activeElement });
  // A form that was emptied holds what it was written with.
  addEventListener("reset", ({ target }) => saved.delete(target), true);

  addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (action(form) === "/api/accounts/sign_out") return drafts().forEach(drop);
      if (!counts(form)) return;
      const [held, name] = [all(form, value), key(form)];
      soon(form);
      pending.delete(form);
      // The client says when it was done; a browser by itself shows the form again if it wasn't.
      addEventListener(
        `sent:${action(form)}`,
        () => {
          pending.delete(form);
          drop(name);
          saved.set(form, held);
          sent.add(form);
        },
        { once: true },
      );
      setTimeout(() => event.defaultPrevented || drop(name));
    },
    true,
  );

  // --- Showing again ---

  const drafts = () => Object.keys(localStorage).filter((name) => name.startsWith(START));
  for (const name of drafts()) {
    const old = !(Date.now() - read(name)?.at < WEEK);
    // Whoever signs in on a device that others use finds nothing of theirs, and leaves nothing of others.
    if (old || (person && !name.startsWith(mine))) drop(name);
  }
  const show = () => {
    if (!person || !("hydrated" in document.documentElement.dataset)) return;
    for (const form of forms().filter((form) => !looked.has(form))) {
      looked.add(form);
      const name = key(form);
      const draft = read(name);
      // What came back with the page is newer.
      if (!draft || form.dataset.returned || dirty(form)) continue;
      const own = new Map(known(form).map(([field, called]) => [called, field]));
      const again = draft.fields.filter(([called, typed, was]) => {
        const field = own.get(called);
        if (!field || value(field) === typed) return false;
        // Somebody else's change since then is not overwritten unseen, and what is not on offer any more isn't chosen.
        if (first(field) !== was && first(field) !== "") return false;
        if (field.matches("select") && ![...field.options].some((option) => option.value === typed)) return false;
        enter(field, typed);
        return true;
      });
      if (again.length) tell(form, name);
      else drop(name);
    }
  };
  const tell = (form, name) => {
    const said = document.createElement("p");
    said.className = "draft";
    said.role = "status";
    const away = Object.assign(document.createElement("button"), { type: "button", className: "button button--small button--quiet", textContent: words.discard });
    said.append(words.draft, " ", away);
    form.before(said);
    // It stands where somebody sees it, also in what is folded away.
    const folded = form.closest("details:not([open])");
    if (folded) folded.open = true;
    away.onclick = () => {
      form.reset();
      fields(form).forEach((field) => enter(field, first(field)));
      pending.delete(form);
      drop(name);
      said.remove();
    };
    addEventListener(`sent:${action(form)}`, () => said.remove(), { once: true });
  };
  let soonShown;
  const look = () => {
    clearTimeout(soonShown);
    soonShown = setTimeout(show, 50);
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  new MutationObserver(look).observe(document.documentElement, { attributeFilter: ["data-hydrated"] });
  look();
};
