in_folds <- function(errors_of) unlist(lapply(parts, function(part) lapply(unique(part), function(fold) {
  errors_of(which(part != fold), which(part == fold))
})))
errors <- in_folds(function(train, test) answer_from(train, test) - truth[test])
of_mean <- in_folds(function(train, test) mean(truth[train]) - truth[test])
measured$held_out <- figures(errors, of_mean)
