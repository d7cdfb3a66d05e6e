answers_of <- function(train, test) {
  present <- sort(unique(truth[train]))
  answers <- matrix(0, length(test), length(classes))
  answers[, present] <- if (length(present) > 1) answer_from(train, match(truth[train], present), test) else 1
  answers
}

shares_of <- function(train, test) {
  matrix(tabulate(truth[train], length(classes)) / length(train), length(test), length(classes), byrow = TRUE)
}

tested <- function(answers_of) lapply(parts, function(part) {
  answers <- matrix(0, length(truth), length(classes))
  for (fold in unique(sort(part))) answers[part == fold, ] <- answers_of(which(part != fold), which(part == fold))
  answers
})

held_out <- function(answers_of) rowMeans(sapply(tested(answers_of), figures))

