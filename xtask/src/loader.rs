//! The script that loads the client's parts, made to survive a bad network. As the splitter writes it, a part that does not come
//! once is told to the client, which has no answer but to break. Ours (`loader.js`) tries again, and leaves what can't be had to the
//! page's own script.

use anyhow::{Result, bail, ensure};

/// What comes first in the script, after its imports.
const OURS: &str = include_str!("loader.js");
/// The splitter's own way of telling the client; up to the next function.
const THEIRS: [&str; 2] = ["function wrapAsyncCb(callee) {", "function makeLoad("];
const FETCH: [&str; 2] = ["fetch(new URL(\"./", ".wasm\", import.meta.url))"];
const INSTANTIATE: &str = "WebAssembly.instantiateStreaming(src, imports)";

/// The loader with our way of fetching. An error when the splitter writes another script than the one this was made for.
pub fn mended(script: &str) -> Result<String> {
    let [begin, end] = THEIRS.map(|text| script.find(text));
    let (Some(begin), Some(end), Some(imports)) = (begin, end, script.find('\n')) else {
        bail!("the loader does not tell the client as it used to");
    };
    ensure!(imports < begin && begin < end, "the loader's functions are in another order");
    let (before, after) = (script.get(imports..begin).unwrap_or_default(), script.get(end..).unwrap_or_default());
    let fetched = after.matches(FETCH[0]).count();
    ensure!(fetched > 0 && after.matches(INSTANTIATE).count() == fetched, "the loader does not fetch as it used to");
    let after = after.replace(FETCH[0], "part(\"").replace(FETCH[1], "\")").replace(INSTANTIATE, "made(src, imports)");
    ensure!(!after.contains("fetch(") && after.matches("part(\"").count() == fetched, "the loader fetches something else besides");
    let ours = OURS.lines().map(str::trim).filter(|line| !line.starts_with("//")).map(|line| format!("{line}\n"));
    Ok(format!("{}\n{}{before}{after}", script.get(..imports).unwrap_or_default(), ours.collect::<String>()))
}

/// The loader without the comments that say for each part who needs it.
pub fn without_comments(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A loader as the splitter writes it.
    fn loader(names: &[&str]) -> String {
        let one = |name: &&str| {
            format!(
                "/* __a, __b */\nconst __{name} = makeLoad(() => {{\n    const src = fetch(new URL(\"./{name}.wasm\", import.meta.url));\n    \
                 src.catch(() => {{}});\n    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n}}\n, []);\n"
            )
        };
        format!(
            "import {{ initSync }} from \"./trellis.js\";\n\nlet sharedImports = undefined;\nfunction wrapAsyncCb(callee) {{\n    \
             callee(callbackData, success);\n}}\nfunction makeLoad(fetcher, deps) {{}}\n{}",
            names.iter().map(one).collect::<String>()
        )
    }

    #[test]
    fn the_client_is_told_of_success_alone() {
        let script = mended(&loader(&["chunk_1", "split_2"])).unwrap();
        assert!(script.starts_with("import { initSync } from \"./trellis.js\";\nconst { get, wanted, lost }"), "{script}");
        assert_eq!(script.matches("function wrapAsyncCb").count(), 1);
        assert!(!script.contains("success") && !script.contains("//"), "{script}");
        assert!(script.contains("let sharedImports = undefined;"), "what was before is still there");
        for name in ["chunk_1", "split_2"] {
            assert_eq!(script.matches(&format!("part(\"{name}\")")).count(), 1, "{script}");
        }
        assert!(!script.contains("Streaming(src") && script.contains("made(src, imports)"), "{script}");
    }

    #[test]
    fn a_loader_that_does_otherwise_is_noticed() {
        let script = loader(&["chunk_1"]);
        for (old, new) in [
            ("fetch(new URL(", "fetch(new Url("),
            ("instantiateStreaming(src, imports)", "instantiateStreaming(source, imports)"),
            ("function wrapAsyncCb(callee)", "function wrap(callee)"),
            (", []);", ", fetch(other));"),
            ("function makeLoad(", "const makeLoad = ("),
        ] {
            assert!(script.contains(old) && mended(&script.replace(old, new)).is_err(), "{old}");
        }
    }

    #[test]
    fn comments_go_and_nothing_else() {
        assert_eq!(without_comments("a/* b */c\n/* d\n*/e"), "ac\ne");
        assert_eq!(without_comments("a / b * c"), "a / b * c");
    }
}
