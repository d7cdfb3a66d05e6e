//! A graph of operators as it grows.
//!
//! Everything is computed in double precision by operators of `ai.onnx` (set 17), and words
//! become numbers by the `LabelEncoder` of `ai.onnx.ml` (set 3). The tree operators of
//! `ai.onnx.ml` know single precision only, which moves thresholds, so none is used.

use super::proto::{self, AttributeType, DataType, TensorProto};
use prost::Message;

/// What an operator gives, by name.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Value(String);

/// Operators, constants, inputs and outputs.
#[derive(Debug, Default)]
pub(super) struct Graph {
    graph: proto::GraphProto,
    n_values: usize,
}

/// One size of an input or an output.
pub(super) enum Size {
    /// Always this.
    Known(usize),
    /// Whatever there is, by this name.
    Any(&'static str),
}

/// An attribute of an operator.
pub(super) enum Set {
    Float(&'static str, f32),
    Int(&'static str, i64),
    Ints(&'static str, Vec<i64>),
    Strings(&'static str, Vec<String>),
}

impl Graph {
    /// A column of the table: `(n_samples, 1)`.
    pub fn input(&mut self, name: &str, kind: DataType) -> Value {
        self.input_of(name, kind, vec![Size::Any("n_samples"), Size::Known(1)])
    }

    /// An input of these sizes.
    pub fn input_of(&mut self, name: &str, kind: DataType, sizes: Vec<Size>) -> Value {
        self.graph.input.push(value_info(name, kind, sizes));
        Value(name.to_owned())
    }

    /// What the model answers, `(n_samples, width)`, under a name that no input has.
    pub fn output(&mut self, name: &str, value: &Value, kind: DataType, width: usize) {
        self.output_of(name, value, kind, vec![Size::Any("n_samples"), Size::Known(width)]);
    }

    /// An output of these sizes, likewise.
    pub fn output_of(&mut self, name: &str, value: &Value, kind: DataType, sizes: Vec<Size>) {
        let mut own = name.to_owned();
        while self.graph.input.iter().any(|input| input.name.as_deref() == Some(&own)) {
            own.push('_');
        }
        self.push("Identity", "", &[value], Value(own.clone()), Vec::new());
        self.graph.output.push(value_info(&own, kind, sizes));
    }

    /// One operator of `ai.onnx`.
    pub fn op(&mut self, kind: &str, inputs: &[&Value]) -> Value {
        self.op_with(kind, inputs, Vec::new())
    }

    /// The same with attributes.
    pub fn op_with(&mut self, kind: &str, inputs: &[&Value], attributes: Vec<Set>) -> Value {
        let output = self.fresh();
        self.push(kind, "", inputs, output, attributes)
    }

    /// One operator of `ai.onnx.ml`.
    pub fn ml(&mut self, kind: &str, inputs: &[&Value], attributes: Vec<Set>) -> Value {
        let output = self.fresh();
        self.push(kind, "ai.onnx.ml", inputs, output, attributes)
    }

    /// The `k` smallest of each row, in order.
    pub fn smallest(&mut self, matrix: &Value, k: usize) -> Value {
        let k = self.ints(&[1], vec![k as i64]);
        let order = vec![Set::Int("axis", 1), Set::Int("largest", 0), Set::Int("sorted", 1)];
        let values = self.op_with("TopK", &[matrix, &k], order);
        // The operator also says where they stood.
        let places = self.fresh();
        self.graph.node.last_mut().expect("pushed just now").output.push(places.0);
        values
    }

    fn push(&mut self, kind: &str, domain: &str, inputs: &[&Value], output: Value, attributes: Vec<Set>) -> Value {
        self.graph.node.push(proto::NodeProto {
            input: inputs.iter().map(|value| value.0.clone()).collect(),
            output: vec![output.0.clone()],
            name: Some(format!("{kind} {}", output.0)),
            op_type: Some(kind.to_owned()),
            attribute: attributes.into_iter().map(attribute).collect(),
            domain: Some(domain.to_owned()),
        });
        output
    }

    /// A row of numbers, `(1, n)`, to stand beside each sample.
    pub fn row(&mut self, cells: &[f64]) -> Value {
        self.doubles(&[1, cells.len()], cells.to_vec())
    }

    /// Numbers in this shape.
    pub fn doubles(&mut self, dims: &[usize], cells: Vec<f64>) -> Value {
        self.constant(dims, DataType::Double, |tensor| tensor.double_data = cells)
    }

    /// A table of numbers, row by row.
    pub fn table(&mut self, rows: &[Vec<f64>]) -> Value {
        self.doubles(&[rows.len(), rows.first().map_or(0, Vec::len)], rows.concat())
    }

    /// Whole numbers in this shape.
    pub fn ints(&mut self, dims: &[usize], cells: Vec<i64>) -> Value {
        self.constant(dims, DataType::Int64, |tensor| tensor.int64_data = cells)
    }

    /// Numbers in single precision.
    pub fn floats(&mut self, dims: &[usize], cells: &[f32]) -> Value {
        let bytes = cells.iter().flat_map(|cell| cell.to_le_bytes()).collect();
        self.constant(dims, DataType::Float, |tensor| tensor.raw_data = Some(bytes))
    }

    /// Words, `(n)`.
    pub fn words(&mut self, words: &[String]) -> Value {
        let bytes = words.iter().map(|word| word.clone().into_bytes()).collect();
        self.constant(&[words.len()], DataType::String, |tensor| tensor.string_data = bytes)
    }

    /// Yes or no, `(1, n)`.
    pub fn flags(&mut self, flags: &[bool]) -> Value {
        let cells = flags.iter().map(|&flag| i32::from(flag)).collect();
        self.constant(&[1, flags.len()], DataType::Bool, |tensor| tensor.int32_data = cells)
    }

    fn constant(&mut self, dims: &[usize], kind: DataType, fill: impl FnOnce(&mut TensorProto)) -> Value {
        let name = self.fresh();
        let dims = dims.iter().map(|&size| size as i64).collect();
        let mut tensor =
            TensorProto { dims, data_type: Some(kind as i32), name: Some(name.0.clone()), ..Default::default() };
        fill(&mut tensor);
        self.graph.initializer.push(tensor);
        name
    }

    /// Numbers as doubles.
    pub fn double(&mut self, value: &Value) -> Value {
        self.op_with("Cast", &[value], vec![Set::Int("to", DataType::Double as i64)])
    }

    /// The columns of a matrix at these places.
    pub fn columns(&mut self, matrix: &Value, places: &[usize]) -> Value {
        let places = self.ints(&[places.len()], places.iter().map(|&place| place as i64).collect());
        self.op_with("Gather", &[matrix, &places], vec![Set::Int("axis", 1)])
    }

    /// The sum of each row, `(n_samples, 1)`.
    pub fn row_sums(&mut self, matrix: &Value) -> Value {
        let axis = self.ints(&[1], vec![1]);
        self.op_with("ReduceSum", &[matrix, &axis], vec![Set::Int("keepdims", 1)])
    }

    /// The sum of these, of one shape but for what is broadcast.
    ///
    /// Not `Add`: onnxruntime takes one number near 0 for nothing in `Add` and `Sub`, and one near 1
    /// in `Mul` and `Div`, and leaves the operator out, although the column may be measured in
    /// millionths. It does so with neither `Sum` nor `MatMul`.
    pub fn sum(&mut self, values: &[Value]) -> Value {
        self.op("Sum", &values.iter().collect::<Vec<_>>())
    }

    /// `value - cells`, a row beside each sample.
    pub fn minus(&mut self, value: &Value, cells: &[f64]) -> Value {
        let negated = self.row(&cells.iter().map(|cell| -cell).collect::<Vec<_>>());
        self.sum(&[value.clone(), negated])
    }

    /// `(n_samples, 1)` times a row, `(n_samples, n)`.
    pub fn times(&mut self, value: &Value, cells: &[f64]) -> Value {
        let row = self.row(cells);
        self.op("MatMul", &[value, &row])
    }

    // No input begins with this, so that none is hidden.
    fn fresh(&mut self) -> Value {
        self.n_values += 1;
        Value(format!("#{}", self.n_values))
    }

    /// The file.
    pub fn into_bytes(mut self, about: String, version: String) -> Vec<u8> {
        self.graph.name = Some("melon".to_owned());
        let set =
            |domain: &str, version| proto::OperatorSet { domain: Some(domain.to_owned()), version: Some(version) };
        let model = proto::ModelProto {
            ir_version: Some(proto::IR_VERSION),
            producer_name: Some("melon".to_owned()),
            producer_version: Some(version),
            doc_string: Some(about),
            graph: Some(self.graph),
            opset_import: vec![set("", 17), set("ai.onnx.ml", 3)],
        };
        model.encode_to_vec()
    }
}

fn attribute(set: Set) -> proto::Attribute {
    let named = |name: &str, kind: AttributeType| proto::Attribute {
        name: Some(name.to_owned()),
        r#type: Some(kind as i32),
        ..Default::default()
    };
    match set {
        Set::Float(name, f) => proto::Attribute { f: Some(f), ..named(name, AttributeType::Float) },
        Set::Int(name, i) => proto::Attribute { i: Some(i), ..named(name, AttributeType::Int) },
        Set::Ints(name, ints) => proto::Attribute { ints, ..named(name, AttributeType::Ints) },
        Set::Strings(name, strings) => {
            let strings = strings.into_iter().map(String::into_bytes).collect();
            proto::Attribute { strings, ..named(name, AttributeType::Strings) }
        }
    }
}

fn value_info(name: &str, kind: DataType, sizes: Vec<Size>) -> proto::ValueInfo {
    let dimension = |size| match size {
        Size::Known(size) => proto::Dimension { dim_value: Some(size as i64), ..Default::default() },
        Size::Any(name) => proto::Dimension { dim_param: Some(name.to_owned()), ..Default::default() },
    };
    let shape = Some(proto::TensorShapeProto { dim: sizes.into_iter().map(dimension).collect() });
    let tensor_type = Some(proto::TensorType { elem_type: Some(kind as i32), shape });
    proto::ValueInfo { name: Some(name.to_owned()), r#type: Some(proto::Type { tensor_type }) }
}
