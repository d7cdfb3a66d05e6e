factors <- lapply(seq_len(nrow(asked)), function(row) {
  log_prior <- log(learned$smoothed[seq_along(classes)])
  cbind(log_prior, sapply(names(asked), function(feature) log_factors(feature, asked[[feature]][row])))
})
joint <- matrix(sapply(factors, rowSums), ncol = length(classes), byrow = TRUE)
largest <- apply(joint, 1, max)
log_sum <- largest + log(rowSums(exp(joint - largest)))
asked_probabilities <- exp(joint - log_sum)
