share = {tuple(line[:3]): line[5] for line in learned}
density = {(feature, name): (mean, spread) for feature, name, mean, spread in densities}

def log_factor(feature, value, name):
    if isinstance(value, str):
        return np.log(share[feature, value, name]) if value else 0
    mean, spread = density[feature, name]
    return 0 if np.isnan(value) or spread == 0 else norm.logpdf(value, mean, spread)

