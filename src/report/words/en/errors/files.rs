//! What can be wrong with saved models and with their folders.

use super::NoModelFile;
use crate::report::words::io::{refused, refused_model};
use crate::report::words::{Lang, Say, errors};
use crate::store::StoreError;
use crate::store::folder::FolderError;
use crate::store::gpt::GptFileError;
use crate::store::language::{OpenError, nearest_builtin};
use crate::store::ngram::NGramFileError;

errors! {
    StoreError {
        Self::Io { path, source } = "{path}: {why}", path = path.display(), why = refused(Lang::En, source);
        Self::NotOurs { path } =
            "{path} is not a model that melon saved. Name another file; models are made with melon classify --save FILE.", path = path.display();
        Self::Damaged { path, line, column, fault: _ } =
            "{path} is damaged (line {line}, column {column}): cut short or changed by hand. Train and save it again.", path = path.display();
        Self::Newer { path, melon, found } =
            "{path} was written by a newer melon ({melon}, format {found}). Update this program.", path = path.display();
        Self::Unsound { path, source } = "{path}: {source}", path = path.display();
    }
    FolderError {
        Self::Io { path, source } = "{path}: {why}", path = path.display(), why = refused_model(Lang::En, source);
        Self::NotAModel { path, found } =
            "{path}: the folder holds {found}, which is no part of a saved model, so it is left alone. Save to another folder.", path = path.display();
    }
    GptFileError {
        Self::Folder(error) = "{error}";
        Self::NoFile { file } = "{text}", text = NoModelFile { file }.say(Lang::En);
        Self::NGram =
            "it holds an n-gram, which was counted: there is no training to go on with and nothing to fine-tune. Let it write with melon generate --model; to train or fine-tune, make a GPT with melon pretrain --save in another folder.";
        Self::Checkpoint(_) =
            "checkpoint.safetensors, the state to go on from, is damaged, so the run cannot go on. The saved model itself is intact: it may be used, or fine-tuned with melon finetune; to train to the end, start again with --overwrite.";
        Self::Json { file, reason } = "{file} cannot be read: {reason}. Copy or download the file again.";
        Self::NoShard { file } = "it has no {file}, which its index names: it was not copied completely. Copy or download it again.";
        Self::OtherTokenizer { found } =
            "its vocabulary is in {found}, which this program cannot read, and it has no tokenizer.json. In Python, AutoTokenizer.from_pretrained(folder).save_pretrained(folder) makes one.";
        Self::OtherWeights { found } =
            "its weights are in {found}, which this program cannot read. Open it with transformers in Python and save it with save_pretrained as a single model.safetensors.";
        Self::Config { reason } = "config.json cannot be read: {reason}. Copy or download the file again.";
        Self::Unsupported { setting, value, known } =
            "config.json says {setting} = {value}, which is not supported; only {known} is. Use a model of the GPT-2 family.", known = known.join(" / ");
        Self::Shapeless(error) = "config.json describes no possible model: {error}";
        Self::Tokenizer(error) = "{error}";
        Self::Damaged { reason } = "the weights cannot be read: {reason}. Copy or download the file again.";
        Self::CutOff { tensor, n_bytes, needed } =
            "the weights end within {tensor}: {n_bytes} bytes of {needed}. Copy or download the file again.";
        Self::Missing { tensor, shape } =
            "config.json asks for {tensor} of shape {shape:?}, which the weights do not have: they do not belong together. Find the config.json that came with the weights.";
        Self::Unexpected { tensor } =
            "the weights have {tensor}, which config.json does not have: they do not belong together. Find the config.json that came with the weights.";
        Self::Shape { tensor, found, expected } =
            "{tensor} has the shape {found:?}, but config.json asks for {expected:?}: they do not belong together. Find the config.json that came with the weights.";
        Self::Dtype { tensor, found } =
            "{tensor} holds {found} numbers, which this program cannot read. Convert it to F32, F16 or BF16.";
        Self::NotFinite { tensor } =
            "{tensor} holds numbers that are not finite: the model was broken before it was saved. Take another model, or train again.";
        Self::Record { file, reason } =
            "{file} cannot be read: {reason}. It is the record of the training; if it is damaged, train again.";
    }
    NGramFileError {
        Self::Folder(error) = "{error}";
        Self::NoFile { file } = "{text}", text = NoModelFile { file }.say(Lang::En);
        Self::Json { file, reason } = "{file} cannot be read: {reason}. Copy the file again.";
        Self::Unreadable { reason } =
            "model.safetensors cannot be read: {reason}. It is incomplete or was changed: copy it again, or count again.";
        Self::Damaged(error) = "{error}";
        Self::Arpa(error) = "{error}";
        Self::Tokenizer(error) = "{error}";
        Self::Model(error) = "{error}";
        Self::Vocabulary { tokenizer, model } =
            "The tokenizer has {tokenizer} tokens and the model {model}: they do not belong together.";
        Self::Packed { reason } = "it cannot be unpacked: {reason}. Copy or download the file again.";
        Self::Pieces { word } =
            "its tokens are pieces of words, as {word}, which only their tokenizer can cut. Put it, as model.arpa, into a folder with that tokenizer.json and a config.json that reads {{\"model_type\": \"ngram\"}}.";
    }
    OpenError {
        Self::NoSuchModel { name } =
            "There is no model {name}, and no folder of that name.{nearest} Built in are ngram, gpt and gpt-chat; a folder will do too (saved by melon pretrain, or any GPT-2 in that format), a .zip of one, and an .arpa file.", nearest = super::did_you_mean(&nearest_builtin(name));
        Self::NoArchive { name } =
            "{name}: no model can be read from this archive: it is damaged, or holds none, or several. A model is config.json, model.safetensors and tokenizer.json, as the page of melon serve saves them.";
        // These name their own file.
        Self::Gpt { error: GptFileError::Folder(error), .. } = "{error}";
        Self::NGram { error: NGramFileError::Folder(error), .. } = "{error}";
        Self::Gpt { name, error } = "{name}: {error}";
        Self::NGram { name, error } = "{name}: {error}";
        Self::Vocabulary { name, tokenizer, model } =
            "{name}: The tokenizer has {tokenizer} tokens and the model {model}: they do not belong together.";
    }
}
