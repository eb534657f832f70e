// What the loader of the client's parts begins with, in place of the splitter's own way of fetching. `globalThis.trellis` is
// app/src/start.js, which runs in every page: it tries again, and knows what to do when a part can't be had at all.
const { get, wanted, lost } = globalThis.trellis;
const part = (name) => get(new URL(`./${name}.wasm`, import.meta.url), WebAssembly.compileStreaming);
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
