log_factors <- function(feature, value) {
  if (value == "") return(0 * seq_along(classes))
  if (feature %in% names(levels_of)) return(log(learned$smoothed[learned$feature == feature & learned$value == value]))
  own <- densities[densities$feature == feature, ]
  spread <- own[["standard deviation"]]
  ifelse(spread > 0, dnorm(as.numeric(value), own$mean, spread, log = TRUE), 0)
}
