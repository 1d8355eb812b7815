/// The program compiled for browsers, compressed with gzip: `module/run` renews it.
#[must_use]
pub fn module() -> &'static [u8] {
    include_bytes!("module.wasm.gz")
}

/// What it was made by and from: the compiler, the number of the model, a digest of the grammar of scenario files.
pub const MODULE_MAKER: &str = include_str!("module.txt");
