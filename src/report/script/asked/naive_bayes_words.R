log_factors <- function(feature, value) {
  if (value == "") return(0 * seq_along(classes))
  log(learned$smoothed[learned$feature == feature & learned$value == value])
}
