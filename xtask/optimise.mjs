// Optimises WebAssembly files and scripts for size, in place. Started by xtask, which says on standard input what to do: a line for each
// file, the number of times and the path. One process for many files, since starting the optimiser takes longer than most of them.
import { readFileSync, writeFileSync } from "node:fs";
import binaryen from "binaryen";
import { minify } from "terser";

const { Features } = binaryen;
// Features every browser has that runs this site; the optimiser may use these and no others.
const features =
  Features.BulkMemory |
  Features.BulkMemoryOpt |
  Features.Multivalue |
  Features.MutableGlobals |
  Features.NontrappingFPToInt |
  Features.ReferenceTypes |
  Features.SignExt;

// What `wasm-opt -Oz` stands for.
binaryen.setOptimizeLevel(2);
binaryen.setShrinkLevel(2);
binaryen.setDebugInfo(false);

for (const line of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const [times, file] = line.split("\t");
  if (file.endsWith(".js")) {
    const { code } = await minify(readFileSync(file, "utf8"), { module: true, ecma: 2020 });
    writeFileSync(file, code);
    continue;
  }
  const module = binaryen.readBinary(readFileSync(file));
  module.setFeatures(features);
  for (let time = 0; time < Number(times); time++) module.optimize();
  writeFileSync(file, module.emitBinary());
  module.dispose();
}
