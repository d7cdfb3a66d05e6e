//! The help of compare, curve, scale and tour.

super::super::texts! {
    "compare" = "同一个瓜，每种模型各说各的，并排放", "The same melon, seen by every model, side by side";
}
