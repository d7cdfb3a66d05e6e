

def encode(row):
    encoded = []
    for name, how in FEATURES.items():
        if "levels" in how:
            value = category(row, name, how["levels"], how["missing"])
        else:
            value = number(row, name, how["missing"])
        if value is None:
            raise ValueError(f"{name}: missing")
        if "levels" not in how:
            value = (value - how["center"]) / how["scale"]
        encoded.append(value)
    return encoded
