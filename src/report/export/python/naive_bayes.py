

def log(p):
    return math.log(p) if p > 0 else -math.inf


def log_density(x, mean, sd):
    if sd == 0:
        return 0.0
    return -0.5 * ((x - mean) / sd) ** 2 - math.log(sd * math.sqrt(2 * math.pi))


def probabilities(row):
    logs = [log(prior) for prior in PRIORS]
    for name, how in FEATURES.items():
        if "levels" in how:
            value = category(row, name, how["levels"])
            if value is None:
                continue
            factors = [log(p) for p in how["levels"][value]]
        else:
            value = number(row, name)
            if value is None:
                continue
            factors = [log_density(value, mean, sd) for mean, sd in zip(how["means"], how["sds"])]
        logs = [total + factor for total, factor in zip(logs, factors)]
    return softmax(logs)
