//! Records -> findings.
