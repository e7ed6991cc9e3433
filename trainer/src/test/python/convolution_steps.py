"""Fixture of ConvolutionStepsTest: a few steps of a small convolutional network in 64-bit PyTorch.

Run: python3 convolution_steps.py > ../resources/prunesweep/trainer/fixture/convolution-steps.txt
Made with PyTorch 1.13.0. A kernel is written as this project has it: a row a value under it (map,
row, column), a column a channel.
"""

import torch

SIDE, CLASSES, BATCH, RATE, STEPS = 8, 3, 5, 0.05, 10
CHANNELS, UNITS = (3, 4), 6


def write(name, values):
    print(name, *(value.item() for value in values.detach().flatten()))


def network():
    torch.manual_seed(7)
    return torch.nn.Sequential(
        torch.nn.Conv2d(1, CHANNELS[0], 3, padding=1),
        torch.nn.ReLU(),
        torch.nn.MaxPool2d(2),
        torch.nn.Conv2d(CHANNELS[0], CHANNELS[1], 2),
        torch.nn.ReLU(),
        torch.nn.MaxPool2d(2),
        torch.nn.Flatten(),
        torch.nn.Linear(CHANNELS[1], UNITS),
        torch.nn.ReLU(),
        torch.nn.Linear(UNITS, CLASSES),
    )


def layers(model):
    return [layer for layer in model if hasattr(layer, "weight")]


def kernel(layer):
    return layer.weight.flatten(1).T


def write_all(name, model):
    for index, layer in enumerate(layers(model)):
        write(f"{name}.kernel{index}", kernel(layer))
        write(f"{name}.bias{index}", layer.bias)


def train(name, optimiser, mask_after):
    model = network().double()
    rule, losses = optimiser(model.parameters()), 0
    for step in range(-(-len(order) // BATCH)):
        if step == mask_after:
            for layer, kept in zip(layers(model), masks):
                layer.weight.data *= kept
        batch = order[step * BATCH : (step + 1) * BATCH]
        outputs = model(pixels[batch].double().view(-1, 1, SIDE, SIDE) / 255)
        loss = torch.nn.functional.cross_entropy(outputs, labels[batch])
        losses += loss.item() * len(batch)
        rule.zero_grad()
        loss.backward()
        if mask_after is not None and step >= mask_after:
            for layer, kept in zip(layers(model), masks):
                layer.weight.grad *= kept
        rule.step()
        if mask_after is not None and step >= mask_after:
            for layer, kept in zip(layers(model), masks):
                layer.weight.data *= kept
    write(name + ".loss", torch.tensor([losses / len(order)], dtype=torch.float64))
    write_all(name, model)


def decayed(parameters):
    """Momentum, and a weight decay that spares biases."""
    parameters = list(parameters)
    weights = [values for values in parameters if values.dim() > 1]
    biases = [values for values in parameters if values.dim() == 1]
    groups = [{"params": weights, "weight_decay": 0.05}, {"params": biases}]
    return torch.optim.SGD(groups, lr=RATE, momentum=0.8)


torch.manual_seed(1)
pixels = torch.randint(0, 256, (17, SIDE * SIDE))
labels = torch.randint(0, CLASSES, (17,))
order = torch.randint(0, 17, (BATCH * STEPS - 2,))
masks = [torch.randint(0, 2, layer.weight.shape) for layer in layers(network())[:-1]]

write("pixels", pixels)
write("labels", labels)
write("order", order)
write_all("initial", network())
for index, mask in enumerate(masks):
    write(f"mask{index}", mask.flatten(1).T)
train("sgd", lambda parameters: torch.optim.SGD(parameters, lr=RATE), None)
train("sgd-masked", lambda parameters: torch.optim.SGD(parameters, lr=RATE), 4)
train("momentum-decay", decayed, None)
train("momentum-decay-masked", decayed, 4)
