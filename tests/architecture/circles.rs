//! Which file of a room imports which, doors looked through, and where that goes in a circle.

use super::paths::{Named, named_paths};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A module: its path from the crate root.
type Module = Vec<String>;

/// The files that import one another: by path from `src`, as `report/page/html.rs`.
pub type Imports = BTreeMap<String, BTreeSet<String>>;

/// The imports of files from files of the same room, without those of tests, and of doors, which name all that is behind
/// them. Who names all that a door shows imports the door.
pub fn imports(files: &[(PathBuf, String)]) -> Imports {
    let house = House::of(files);
    let mut imports = Imports::new();
    for (module, (path, source)) in &house.files {
        if is_door(path) || is_test(path) || module.is_empty() {
            continue;
        }
        let own = imports.entry(shown(path)).or_default();
        for target in house.named(module, source).iter().filter_map(|segments| house.home(segments, 0)) {
            let (other, _) = &house.files[&target];
            let is_outer = module.starts_with(&target);
            if !is_outer && target.first() == module.first() && !is_test(other) {
                own.insert(shown(other));
            }
        }
    }
    imports
}

/// The same between the inner rooms of a room: folders, and files that lie beside them.
pub fn inner_imports(room: &str, imports: &Imports) -> Imports {
    let inner = |path: &str| -> Option<String> {
        let rest = path.strip_prefix(room)?.strip_prefix('/')?;
        Some(rest.split('/').next()?.trim_end_matches(".rs").to_owned())
    };
    let mut found = Imports::new();
    for (from, to) in imports {
        let Some(from) = inner(from) else { continue };
        let to: Vec<String> = to.iter().filter_map(|to| inner(to)).filter(|to| *to != from).collect();
        found.entry(from).or_default().extend(to);
    }
    found
}

/// A circle of imports, if there is any: its files in turn, the first again at the end.
pub fn circle(imports: &Imports) -> Option<Vec<String>> {
    fn visit(
        file: &str,
        imports: &Imports,
        open: &mut Vec<String>,
        done: &mut BTreeSet<String>,
    ) -> Option<Vec<String>> {
        if let Some(start) = open.iter().position(|other| other == file) {
            return Some(open[start..].iter().cloned().chain([file.to_owned()]).collect());
        }
        if !done.insert(file.to_owned()) {
            return None;
        }
        open.push(file.to_owned());
        let found = imports.get(file).into_iter().flatten().find_map(|next| visit(next, imports, open, done));
        open.pop();
        found
    }
    let (mut open, mut done) = (Vec::new(), BTreeSet::new());
    imports.keys().find_map(|file| visit(file, imports, &mut open, &mut done))
}

fn is_door(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "mod.rs" || name == "lib.rs" || name == "main.rs")
}

fn is_test(path: &Path) -> bool {
    path.file_stem().and_then(|stem| stem.to_str()).is_some_and(|stem| stem.ends_with("tests"))
}

fn shown(path: &Path) -> String {
    path.iter().filter_map(|part| part.to_str()).collect::<Vec<_>>().join("/")
}

fn module_of(path: &Path) -> Module {
    let mut module: Module = path.iter().filter_map(|part| part.to_str()).map(str::to_owned).collect();
    let file = module.pop().unwrap_or_default();
    if !is_door(path) {
        module.push(file.trim_end_matches(".rs").to_owned());
    }
    module
}

struct House<'a> {
    files: BTreeMap<Module, (&'a Path, &'a str)>,
    /// What a door names, by its name there: where it comes from. `*` for all of a module.
    doors: BTreeMap<Module, Vec<Module>>,
}

impl<'a> House<'a> {
    fn of(files: &'a [(PathBuf, String)]) -> House<'a> {
        let files: BTreeMap<Module, (&Path, &str)> = files
            .iter()
            .filter(|(path, _)| path != Path::new("main.rs"))
            .map(|(path, source)| (module_of(path), (path.as_path(), source.as_str())))
            .collect();
        let mut house = House { files, doors: BTreeMap::new() };
        for (module, (path, source)) in &house.files {
            if is_door(path) {
                house.doors.insert(module.clone(), house.named(module, source));
            }
        }
        house
    }

    /// Every path inside the crate that a file names, from the crate root.
    fn named(&self, module: &Module, source: &str) -> Vec<Module> {
        let children: Vec<&str> = self
            .files
            .keys()
            .filter(|other| other.len() == module.len() + 1 && other.starts_with(module))
            .filter_map(|other| other.last().map(String::as_str))
            .collect();
        let own: Vec<&str> = module.iter().map(String::as_str).collect();
        let whole = |Named { inside, segments, .. }: Named| {
            if inside { segments } else { module.iter().cloned().chain(segments).collect() }
        };
        named_paths(source, &own, &children).into_iter().map(whole).collect()
    }

    /// The module that a path leads to: down the modules as far as they go, and on through what doors re-export.
    fn home(&self, segments: &[String], depth: usize) -> Option<Module> {
        let mut module = Module::new();
        let mut rest = segments;
        while let Some((next, after)) = rest.split_first() {
            let inner: Module = module.iter().cloned().chain([next.clone()]).collect();
            if !self.files.contains_key(&inner) {
                break;
            }
            (module, rest) = (inner, after);
        }
        let Some(item) = rest.first().filter(|item| *item != "*" && depth < 9) else {
            return self.files.contains_key(&module).then_some(module);
        };
        for origin in self.doors.get(&module).into_iter().flatten() {
            let (Some(last), around) = (origin.last(), &origin[..origin.len() - 1]) else { continue };
            let further = if last == item {
                origin.clone()
            } else if last == "*" && around != module {
                around.iter().cloned().chain([item.clone()]).collect()
            } else {
                continue;
            };
            // Not back to this very name, and through a `*` only if it is there.
            let itself: Module = module.iter().cloned().chain([item.clone()]).collect();
            if further != itself
                && let Some(found) = self.home(&further, depth + 1)
                && (last == item || !self.files.get(&found).is_some_and(|(path, _)| is_door(path)))
            {
                return Some(found);
            }
        }
        self.files.contains_key(&module).then_some(module)
    }
}
