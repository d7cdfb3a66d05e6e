decided <- function(answers) DECIDED

losses <- function(answers) {
  epsilon <- .Machine$double.eps
  -log(pmin(pmax(answers[cbind(seq_along(truth), truth)], epsilon), 1 - epsilon))
}

figures <- function(answers) {
  is_it <- outer(truth, seq_along(classes), "==") * 1
  squares <- rowSums((answers - is_it)^2) / if (length(classes) == 2) 2 else 1
  c(mean(losses(answers)), mean(decided(answers) == truth), mean(squares))
}

