factors = [
    [name, np.log(share["", "", name]), *(log_factor(feature, value, name) for feature, value in melon.items())]
    for melon in asked.to_dict("records")
    for name in classes
]
joint = np.array([sum(line[1:]) for line in factors]).reshape(-1, len(classes))
asked_probabilities = softmax(joint, axis=1)
