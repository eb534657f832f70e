// What the loader of the client's parts begins with, in place of the splitter's own way of fetching. `globalThis.trellis` is
// app/src/start.js, which runs in every page: it tries again, and knows what to do when a part can't be had at all.
const { get, wanted, lost } = globalThis.trellis;
const file = (name, read) => get(new URL(`./${name}.wasm`, import.meta.url), read);
const part = (name) => file(name, WebAssembly.compileStreaming);
// Small parts lie together in one file. One that did not come is asked for again the next time.
const packs = {};
const pack = (name, from, to) =>
    (packs[name] ??= file(name, (answer) => answer.arrayBuffer()).catch((error) => {
        delete packs[name];
        throw error;
    })).then((bytes) => WebAssembly.compile(bytes.slice(from, to)));
const made = async (module, imports) => WebAssembly.instantiate(await module, imports);
// The client is told of success alone: it has no answer to a failure but to break.
function wrapAsyncCb(callee) {
    return async (callback, data) => {
        const to = wanted();
        try {
            await callee();
        } catch (error) {
            return lost(to, error);
        }
        getSharedImports().__wasm_split.__indirect_function_table.get(callback)(data, true);
    };
}
