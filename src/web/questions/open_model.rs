//! A model of the reader's own: from a file on her disk, or one that is kept here since it was
//! opened or trained.

use super::question::Question;
use crate::report::words::web as words;
use crate::store::language;
use crate::web::failure::{RequestFailure, said, unpacked};
use crate::web::request_context::RequestContext;
use serde::{Deserialize, Serialize};

/// Which model.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub(super) enum OpenModel {
    /// A `.zip` of a model's folder.
    File {
        /// Its name without its folder.
        name: String,
        /// Its bytes, in base64.
        base64: String,
    },
    /// One that is here already, by what it is called here.
    Kept(String),
}

#[derive(Serialize)]
pub(super) struct OwnModel {
    /// What it is called here.
    model: String,
    /// What the reader calls it.
    name: String,
}

impl Question for OpenModel {
    type Answer = OwnModel;

    fn answer(self, asked: &RequestContext) -> Result<OwnModel, RequestFailure> {
        match self {
            OpenModel::File { name, base64 } => {
                let opened = language::open_archive(&name, unpacked(&base64, asked.lang)?)?;
                Ok(OwnModel { model: asked.room.files.keep(opened), name })
            }
            OpenModel::Kept(model) => {
                let opened = asked.room.model(&model);
                let opened = opened.ok_or_else(|| said(words::NoSuchModel { name: &model }, asked.lang))?;
                Ok(OwnModel { name: opened.name.clone(), model })
            }
        }
    }
}
