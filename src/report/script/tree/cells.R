cells_of <- function(data) lapply(setNames(features, features), function(name) {
  own <- levels_of[[name]]
  if (is.null(own)) as.numeric(data[[name]]) else match(data[[name]], own)
})
cells <- cells_of(data)
