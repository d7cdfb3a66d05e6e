//! A GPT: from token ids to the logits of what comes next, in single precision as it was trained.
//!
//! Input `ids` `(n_texts, n_tokens)`, at most as many tokens as the context has; output `logits`
//! `(n_texts, n_tokens, vocab_size)`. The formulas stand in [`crate::lm::gpt`], layer by layer.

use super::graph::{Graph, Set, Size, Value};
use super::proto::DataType;
use crate::lm::gpt::{GptConfig, GptModel};

/// `2 sqrt(2/pi)` and the weight of the cube, of the gelu.
const GELU: [f32; 2] = [1.595_769_2, 0.044_715];

/// The graph with the model that it is made of.
struct GptGraph<'a> {
    graph: Graph,
    model: &'a GptModel,
    config: &'a GptConfig,
}

/// The file; `about` says where the model comes from.
pub fn gpt_onnx(model: &GptModel, about: String, version: String) -> Vec<u8> {
    let config = model.gpt.config();
    let mut writer = GptGraph { graph: Graph::default(), model, config };
    let ids = writer.graph.input_of("ids", DataType::Int64, vec![Size::Any("n_texts"), Size::Any("n_tokens")]);
    let logits = writer.logits(&ids);
    let sizes = vec![Size::Any("n_texts"), Size::Any("n_tokens"), Size::Known(config.vocab_size)];
    writer.graph.output_of("logits", &logits, DataType::Float, sizes);
    writer.graph.into_bytes(about, version)
}

impl GptGraph<'_> {
    fn logits(&mut self, ids: &Value) -> Value {
        let shape = self.graph.op("Shape", &[ids]);
        let [zero, one] = [0, 1].map(|at| self.graph.ints(&[1], vec![at]));
        let n_tokens = self.graph.op("Gather", &[&shape, &one]);
        let tokens = self.weight("transformer.wte.weight");
        let table = self.weight("transformer.wpe.weight");
        let positions = self.graph.op("Slice", &[&table, &zero, &n_tokens, &zero]); // (T, C)
        let embedded = self.graph.op("Gather", &[&tokens, ids]); // (B, T, C)
        let mut x = self.graph.op("Add", &[&embedded, &positions]);
        let unseen = self.unseen(&n_tokens, &zero, &one);
        for layer in 0..self.config.n_layer {
            x = self.block(&format!("transformer.h.{layer}"), &x, &unseen);
        }
        let x = self.norm("transformer.ln_f", &x);
        let output = if self.config.tied { tokens } else { self.weight("lm_head.weight") };
        let output = self.transposed(&output, vec![1, 0]); // (C, V)
        self.graph.op("MatMul", &[&x, &output])
    }

    /// What is added to the scores, `(T, T)`: 0 for what came before, next to nothing is left of
    /// what comes after.
    fn unseen(&mut self, n_tokens: &Value, zero: &Value, one: &Value) -> Value {
        let t = self.config.context_len;
        let cells = (0..t * t).map(|at| if at % t > at / t { f32::MIN } else { 0.0 }).collect::<Vec<_>>();
        let whole = self.graph.floats(&[t, t], &cells);
        let rows = self.graph.op("Slice", &[&whole, zero, n_tokens, zero]);
        self.graph.op("Slice", &[&rows, zero, n_tokens, one])
    }

    fn block(&mut self, name: &str, x: &Value, unseen: &Value) -> Value {
        let normed = self.norm(&format!("{name}.ln_1"), x);
        let mixed = self.attention(name, &normed, unseen);
        let mid = self.graph.op("Add", &[x, &mixed]);
        let normed = self.norm(&format!("{name}.ln_2"), &mid);
        let hidden = self.linear(&format!("{name}.mlp.c_fc"), &normed);
        let active = self.gelu(&hidden);
        let added = self.linear(&format!("{name}.mlp.c_proj"), &active);
        self.graph.op("Add", &[&mid, &added])
    }

    fn attention(&mut self, name: &str, x: &Value, unseen: &Value) -> Value {
        let (c, d) = (self.config.n_embd, self.config.head_size());
        let qkv = self.linear(&format!("{name}.attn.c_attn"), x); // (B, T, 3C)
        let axis = self.graph.ints(&[1], vec![2]);
        let heads = self.graph.ints(&[4], vec![0, 0, self.config.n_head as i64, d as i64]);
        let mut part = |at: usize, order: Vec<i64>| {
            let [start, end] = [at * c, (at + 1) * c].map(|end| self.graph.ints(&[1], vec![end as i64]));
            let own = self.graph.op("Slice", &[&qkv, &start, &end, &axis]);
            let own = self.graph.op("Reshape", &[&own, &heads]);
            self.transposed(&own, order)
        };
        let q = part(0, vec![0, 2, 1, 3]); // (B, H, T, D)
        let k = part(1, vec![0, 2, 3, 1]); // (B, H, D, T)
        let v = part(2, vec![0, 2, 1, 3]); // (B, H, T, D)
        let scores = self.graph.op("MatMul", &[&q, &k]);
        let scale = self.graph.floats(&[1], &[(d as f32).sqrt().recip()]);
        let scores = self.graph.op("Mul", &[&scores, &scale]);
        let scores = self.graph.op("Add", &[&scores, unseen]);
        let shares = self.graph.op_with("Softmax", &[&scores], vec![Set::Int("axis", -1)]);
        let mixed = self.graph.op("MatMul", &[&shares, &v]);
        let mixed = self.transposed(&mixed, vec![0, 2, 1, 3]);
        let flat = self.graph.ints(&[3], vec![0, 0, c as i64]);
        let mixed = self.graph.op("Reshape", &[&mixed, &flat]);
        self.linear(&format!("{name}.attn.c_proj"), &mixed)
    }

    /// `x / (1 + e^(-2 sqrt(2/pi) (x + 0.044715 x³)))`.
    fn gelu(&mut self, x: &Value) -> Value {
        let [slope, cubic] = GELU.map(|number| self.graph.floats(&[1], &[number]));
        let square = self.graph.op("Mul", &[x, x]);
        let cube = self.graph.op("Mul", &[&square, x]);
        let cube = self.graph.op("Mul", &[&cube, &cubic]);
        let bent = self.graph.op("Add", &[x, &cube]);
        let bent = self.graph.op("Mul", &[&bent, &slope]);
        let gate = self.graph.op("Sigmoid", &[&bent]);
        self.graph.op("Mul", &[x, &gate])
    }

    fn linear(&mut self, name: &str, x: &Value) -> Value {
        let [weight, bias] = ["weight", "bias"].map(|part| self.weight(&format!("{name}.{part}")));
        let product = self.graph.op("MatMul", &[x, &weight]);
        self.graph.op("Add", &[&product, &bias])
    }

    fn norm(&mut self, name: &str, x: &Value) -> Value {
        let [gain, bias] = ["weight", "bias"].map(|part| self.weight(&format!("{name}.{part}")));
        let attributes = vec![Set::Int("axis", -1), Set::Float("epsilon", self.config.layer_norm_epsilon)];
        self.graph.op_with("LayerNormalization", &[x, &gain, &bias], attributes)
    }

    fn transposed(&mut self, x: &Value, order: Vec<i64>) -> Value {
        self.graph.op_with("Transpose", &[x], vec![Set::Ints("perm", order)])
    }

    fn weight(&mut self, name: &str) -> Value {
        let tensors = self.model.gpt.tensors();
        let tensor = tensors.iter().find(|tensor| tensor.name == name).expect("a GPT has the tensors of its plan");
        self.graph.floats(&tensor.shape, tensor.span.of(&self.model.params))
    }
}
