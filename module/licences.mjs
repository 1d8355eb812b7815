// What is compiled into the module, and under which licences: a line for each crate, from `cargo metadata` on standard input.
import fs from "node:fs";
const { packages, resolve } = JSON.parse(fs.readFileSync(0, "utf8"));
const byId = new Map(packages.map((one) => [one.id, one]));
const nodes = new Map(resolve.nodes.map((one) => [one.id, one]));
const found = new Set();
const visit = (id) => {
  const one = byId.get(id);
  if (found.has(id) || one.targets.some((target) => target.kind.includes("proc-macro"))) return;
  found.add(id);
  for (const dep of nodes.get(id).deps) if (dep.dep_kinds.some(({ kind }) => kind === null)) visit(dep.pkg);
};
visit(resolve.root);
const crates = [...found].map((id) => byId.get(id)).filter((one) => !one.name.startsWith("safsim"));
const lines = crates.map((one) => `${one.name} ${one.version}: ${one.license}`).sort();
console.log(["The standard library of Rust: MIT OR Apache-2.0", ...lines, "Outlines of letters in the still picture, from Open Sans: OFL-1.1"].join("\n"));
