splits <- lapply(strsplit(lines, "|", fixed = TRUE), function(parts) lapply(strsplit(parts, " "), function(part) as.integer(part) + 1))
measured <- NULL

error <- function(train, test, fewest) {
  present <- sort(unique(truth[train]))
  labels <- match(truth[train], present)
  if (length(present) < 2 || length(train) < fewest) {
    decided <- rep(which.max(tabulate(labels)), length(test))
  } else {
    answers <- answer_from(train, labels, test)
    decided <- if (length(present) == 2) 1 + (answers[, 2] >= 0.5 - 1e-5) else max.col(answers, ties.method = "first")
  }
  mean(present[decided] != truth[test])
}

errors_of <- function(name, fewest) do.call(rbind, lapply(sizes, function(size) {
  errors <- sapply(splits, function(split) error(split[[2]][seq_len(size)], split[[1]], fewest))
  half <- qt(0.975, length(errors) - 1) * sd(errors) / sqrt(length(errors))
  data.frame(model = name, size, error = mean(errors), low = max(mean(errors) - half, 0), high = min(mean(errors) + half, 1))
}))
