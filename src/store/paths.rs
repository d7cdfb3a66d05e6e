//! Where a file lies.

use std::path::Path;

/// The folder that holds, or is to hold, the file `path`.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
