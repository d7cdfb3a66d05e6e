auc <- function(is_it, scores) {
  order <- order(scores)
  low <- scores[order][-length(scores)]
  high <- scores[order][-1]
  place <- integer(length(scores))
  place[order] <- cumsum(c(TRUE, high - low > 1e-14 * high))
  n <- sum(is_it)
  (sum(rank(place)[is_it]) - n * (n + 1) / 2) / (n * (length(is_it) - n))
}
ranked <- if (length(classes) == 2) 2 else seq_along(classes)
roc_auc <- function(answers) mean(sapply(ranked, function(class) auc(truth == class, answers[, class])))
areas <- sapply(answered, function(each) mean(sapply(each, roc_auc)))
write.csv(data.frame(of = names(answered), roc_auc = areas), row.names = FALSE)
cat("\n")
