// Answers requests by the module: a line of standard input each, a line of standard output each. Node's twin of src/main.rs.
import fs from "node:fs";
import zlib from "node:zlib";
const bytes = zlib.gunzipSync(fs.readFileSync(process.argv[2]));
const module_ = new WebAssembly.Module(bytes);
const asked = WebAssembly.Module.imports(module_);
if (asked.length > 0) throw new Error("imports " + asked.map((i) => i.module + "." + i.name).join(", "));
const { exports } = new WebAssembly.Instance(module_, {});
for (const line of fs.readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const request = new TextEncoder().encode(line);
  const at = exports.request(request.length);
  new Uint8Array(exports.memory.buffer, at, request.length).set(request);
  const length = exports.answer();
  console.log(new TextDecoder().decode(new Uint8Array(exports.memory.buffer, exports.answered_at(), length)));
}
