//! That a table was read in passes, and what follows from it.

use crate::data::ExternalReader;
use crate::report::number::grouped;
use crate::report::page::Page;
use crate::report::words::in_passes as words;
use crate::task::Scheme;
use crate::task::in_passes::PassesMade;

/// How the result came about; nothing of a table that was in memory.
pub(super) fn say(made: Option<&PassesMade>, scheme: Option<Scheme>, has_means: bool, page: &mut Page) {
    let Some(PassesMade { rows, passes, memory, ranks, reader, .. }) = made else { return };
    let rows = grouped(*rows);
    match reader {
        None => page.remark(words::Made { rows, passes, memory: memory / 1_000_000 }),
        Some(ExternalReader::Datafusion) => page.remark(words::MadeByDatafusion { rows, passes }),
        Some(ExternalReader::Ballista(scheduler)) => page.remark(words::MadeByBallista { rows, passes, scheduler }),
    };
    if !ranks {
        page.remark(words::NoCurve);
    }
    if let Some(folds) = scheme.and_then(Scheme::n_folds) {
        page.remark(words::HeldOut { folds });
        if has_means {
            page.remark(words::HeldOutMeans);
        }
    }
}
