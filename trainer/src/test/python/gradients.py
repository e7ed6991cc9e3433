"""Fixture of GradientsTest: gradients and layer inputs of two small networks in 64-bit PyTorch.

Run: python3 gradients.py > ../resources/prunesweep/trainer/fixture/gradients.txt
Made with PyTorch 1.13.0. A kernel is written as this project has it: a row an input (under a
convolution: map, row, column), a column a unit. Weights of the first layers are held at zero, in
some units all of them; their gradients are those without a mask.
"""

import torch

SIDE, CLASSES, IMAGES = 6, 4, 11
DENSE, CHANNELS, UNITS = (9, 7), (3, 4), 6


def write(name, values):
    print(name, *(value.item() for value in values.detach().flatten()))


def perceptron():
    first, second = DENSE
    return torch.nn.Sequential(
        torch.nn.Flatten(),
        torch.nn.Linear(SIDE * SIDE, first),
        torch.nn.ReLU(),
        torch.nn.Linear(first, second),
        torch.nn.ReLU(),
        torch.nn.Linear(second, CLASSES),
    )


def convolutional():
    return torch.nn.Sequential(
        torch.nn.Conv2d(1, CHANNELS[0], 3, padding=1),
        torch.nn.ReLU(),
        torch.nn.MaxPool2d(2),
        torch.nn.Conv2d(CHANNELS[0], CHANNELS[1], 2),
        torch.nn.ReLU(),
        torch.nn.Flatten(),
        torch.nn.Linear(CHANNELS[1] * 4, UNITS),
        torch.nn.ReLU(),
        torch.nn.Linear(UNITS, CLASSES),
    )


def taken(layer, values):
    if isinstance(layer, torch.nn.Conv2d):
        windows = torch.nn.functional.unfold(values, layer.kernel_size, padding=layer.padding)
        return windows.transpose(1, 2)
    return values


def write_all(name, model):
    torch.manual_seed(3)
    layers = [layer for layer in model if hasattr(layer, "weight")]
    for index, layer in enumerate(layers):
        kept = torch.rand(layer.weight.shape) < 0.6
        kept[1], kept[2] = False, False
        if layer is not layers[-1]:
            layer.weight.data *= kept
            layer.bias.data[1], layer.bias.data[2] = 0.25, -0.25
        layer.float().double()
        write(f"{name}.kernel{index}", layer.weight.flatten(1).T)
        write(f"{name}.bias{index}", layer.bias)
        layer.register_forward_hook(
            lambda layer, values, _, index=index: write(
                f"{name}.inputs{index}", taken(layer, values[0])
            )
        )
    outputs = model.double()(pixels[indices].double().view(-1, 1, SIDE, SIDE) / 255)
    torch.nn.functional.cross_entropy(outputs, labels[indices]).backward()
    for index, layer in enumerate(layers):
        write(f"{name}.gradient{index}", layer.weight.grad.flatten(1).T)


torch.manual_seed(1)
pixels = torch.randint(0, 256, (IMAGES, SIDE * SIDE))
labels = torch.randint(0, CLASSES, (IMAGES,))
indices = torch.tensor([0, 3, 4, 4, 7, 10, 2, 4])

write("pixels", pixels)
write("labels", labels)
write("indices", indices)
torch.manual_seed(7)
write_all("perceptron", perceptron())
write_all("convolutional", convolutional())
