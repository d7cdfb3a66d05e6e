answers_of <- function(train, test) {
  present <- sort(unique(truth[train]))
  answers <- matrix(0, length(test), length(classes))
  answers[, present] <- if (length(present) > 1) answer_from(train, match(truth[train], present), test) else 1
  answers
}

shares_of <- function(train, test) {
  matrix(tabulate(truth[train], length(classes)) / length(train), length(test), length(classes), byrow = TRUE)
}

figures <- function(answers) {
  epsilon <- .Machine$double.eps
  of_truth <- pmin(pmax(answers[cbind(seq_along(truth), truth)], epsilon), 1 - epsilon)
  decided <- DECIDED
  is_it <- outer(truth, seq_along(classes), "==") * 1
  squares <- rowSums((answers - is_it)^2) / if (length(classes) == 2) 2 else 1
  c(mean(-log(of_truth)), mean(decided == truth), mean(squares))
}

held_out <- function(answers_of) rowMeans(sapply(parts, function(part) {
  answers <- matrix(0, length(truth), length(classes))
  for (fold in unique(sort(part))) answers[part == fold, ] <- answers_of(which(part != fold), which(part == fold))
  figures(answers)
}))

