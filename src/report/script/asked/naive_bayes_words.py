share = {tuple(line[:3]): line[5] for line in learned}

def log_factor(feature, value, name):
    return np.log(share[feature, value, name]) if value else 0

