//! Whether a text is the name of a type, as some programs write them below the names of the columns: `int`, `numeric`.

/// Names of types, in lower case.
const TYPES: &[&str] = &[
    "int",
    "int32",
    "int64",
    "integer",
    "long",
    "float",
    "float32",
    "float64",
    "double",
    "decimal",
    "number",
    "numeric",
    "num",
    "real",
    "string",
    "str",
    "text",
    "char",
    "character",
    "varchar",
    "object",
    "nominal",
    "categorical",
    "category",
    "cat",
    "factor",
    "discrete",
    "continuous",
    "ordinal",
    "binary",
    "bool",
    "boolean",
    "logical",
    "date",
    "datetime",
    "time",
    "timestamp",
    "dbl",
    "chr",
    "fct",
    "lgl",
    "dttm",
    "c",
    "d",
    "s",
    "t",
    "i",
    "整数",
    "浮点数",
    "小数",
    "数值",
    "数字",
    "字符串",
    "文本",
    "字符",
    "类别",
    "日期",
    "布尔",
];

/// Whether a text is one of them, as `<dbl>` or `varchar(20)` too.
pub(super) fn is_one(text: &str) -> bool {
    let text = text.trim().trim_start_matches('<').trim_end_matches('>').to_lowercase();
    let name = text.split('(').next().unwrap_or_default().trim();
    TYPES.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_told_from_other_words() {
        for name in ["int", "Float", "<dbl>", "varchar(20)", "continuous", "整数"] {
            assert!(is_one(name), "{name}");
        }
        for other in ["low", "cm", "kg", "integers of mine", "", "3"] {
            assert!(!is_one(other), "{other}");
        }
    }
}
