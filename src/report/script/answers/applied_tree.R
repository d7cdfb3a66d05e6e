answer <- function(rows, at, weight) {
  out <- matrix(0, nrow(data), n_classes)
  node <- nodes[[at]]
  if (!is.null(node$shares)) {
    out[rows, ] <- outer(weight, node$shares)
    return(out)
  }
  cells <- data[[node$feature]][rows]
  branch <- if (is.na(node$threshold)) match(cells, levels_of[[node$feature]]) else 1 + (as.numeric(cells) > node$threshold)
  for (value in seq_along(node$children)) {
    part <- ifelse(is.na(branch), node$child_shares[value], branch == value)
    there <- which(part > 0)
    if (length(there) > 0) out <- out + answer(rows[there], node$children[value], (weight * part)[there])
  }
  out
}
probabilities <- answer(seq_len(nrow(data)), 1, rep(1, nrow(data)))
probabilities <- probabilities / rowSums(probabilities)
