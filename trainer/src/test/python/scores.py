"""Fixture of TorchScoresTest: scores of one small network in 64-bit PyTorch, and masks by them.

Run: python3 scores.py > ../resources/prunesweep/trainer/fixture/scores.txt
Made with PyTorch 1.13.0a0. Kernels and scores are written as this project has them: a row an input,
a column a unit. Some weights are pruned already, in unit 1 of the first layer all of them, so that
what leads out of it scores nothing; the first pixel is always black. Both make ties, which go by
layer and flat index: by a stable sort.
"""

import torch

SHAPE, IMAGES = (36, 9, 7, 4), 16
SHARES = (0.25, 0.6, 0.9)


def write(name, values):
    print(name, *(value.item() for value in values.detach().flatten()))


def perceptron():
    parts = [torch.nn.Linear(above, below) for above, below in zip(SHAPE, SHAPE[1:])]
    for layer in parts:
        torch.nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
    for layer in parts[:-1]:
        layer.weight.data *= torch.rand(layer.weight.shape) < 0.8
    parts[0].weight.data[1], parts[0].bias.data[1] = 0, -0.25
    return [layer.double() for layer in parts]


def outputs(batch):
    values = pixels[batch].double() / 255
    for layer in layers[:-1]:
        values = torch.relu(layer(values))
    return layers[-1](values)


def loss(batch):
    return torch.nn.functional.cross_entropy(outputs(batch), labels[batch])


def gradients(batch):
    return torch.autograd.grad(loss(batch), hidden)


def snip():
    """Of abs(weight times gradient), added up over the batches."""
    sums = [torch.zeros_like(weight) for weight in hidden]
    for batch in batches:
        for total, weight, gradient in zip(sums, hidden, gradients(batch)):
            total += (weight * gradient).abs()
    return sums


def lamp():
    """Square over the sum of squares from there on, in ascending order: equation 4."""
    scores = []
    for weight in hidden:
        squares, order = weight.T.flatten().square().sort(stable=True)
        sums = squares.flip(0).cumsum(0).flip(0)
        score = torch.empty_like(squares)
        score[order] = squares / sums
        scores.append(score.view(weight.T.shape).T)
    return scores


def taylor():
    """Of (weight times gradient)^2, added up over the batches."""
    sums = [torch.zeros_like(weight) for weight in hidden]
    for batch in batches:
        for total, weight, gradient in zip(sums, hidden, gradients(batch)):
            total += (weight * gradient).square()
    return sums


def products():
    """Of abs(weight) and norm of its input over all batches, a row a unit."""
    values = pixels[torch.cat(batches)].double() / 255
    products = []
    for layer in layers[: len(hidden)]:
        products.append(layer.weight.abs() * values.norm(dim=0))
        values = torch.relu(layer(values))
    return products


def wanda():
    """The place of the product within its unit over the number of inputs, pruned weights first."""
    scores = []
    for weight, product in zip(hidden, products()):
        order = torch.where(weight != 0, product, torch.tensor(-1.0).double()).sort(dim=1, stable=True)
        places = torch.arange(weight.shape[1]).double().expand(weight.shape)
        scores.append(torch.empty_like(weight).scatter_(1, order.indices, places) / weight.shape[1])
    return scores


def write_wanda_units(share):
    """The paper's own rule: of each unit the share with the smallest products."""
    masks = []
    for weight, product in zip(hidden, products()):
        mask = (weight != 0).int()
        lowest = product.sort(dim=1, stable=True).indices[:, : int(share * weight.shape[1])]
        masks.append(mask.scatter_(1, lowest, 0).T.flatten())
    write(f"wanda.units-{share}", torch.cat(masks))


def synflow():
    """Of abs(weight times dR/dweight), R the outputs of the absolute network on ones, added up."""
    sizes = [layer.weight.detach().abs().requires_grad_() for layer in layers]
    values = torch.ones(1, SHAPE[0]).double()
    for index, size in enumerate(sizes):
        values = values @ size.T if index == len(sizes) - 1 else torch.relu(values @ size.T)
    gradients = torch.autograd.grad(values.sum(), sizes)
    return [size * gradient for size, gradient in zip(sizes[: len(hidden)], gradients)]


def fisher():
    """Of weight^2 times the mean over images of the squared gradient, by two."""
    sums = [torch.zeros_like(weight) for weight in hidden]
    for image in torch.cat(batches):
        for total, gradient in zip(sums, gradients(image[None])):
            total += gradient.square()
    return [weight.square() * total / IMAGES / 2 for weight, total in zip(hidden, sums)]


def grasp():
    """Of weight times (Hessian times gradient): the gradient of gradient times stop(gradient)."""
    everything = torch.cat(batches)
    cooled = torch.nn.functional.cross_entropy(outputs(everything) / 200, labels[everything])
    weights = [layer.weight for layer in layers]
    slopes = torch.autograd.grad(cooled, weights, create_graph=True)
    flow = sum((slope * slope.detach()).sum() for slope in slopes)
    products = torch.autograd.grad(flow, weights)
    return [weight * product for weight, product in zip(hidden, products)]


def kept(scores, weights, share):
    """One where a weight stays once share of those that are not zero have gone, lowest first."""
    scores = torch.where(weights != 0, scores, torch.tensor(torch.inf).double())
    order = torch.sort(scores, stable=True).indices
    mask = (weights != 0).int()
    mask[order[: int(share * mask.sum())]] = 0
    return mask


def write_score(name, scores):
    flat = [score.detach().T.flatten() for score in scores]
    weights = [weight.detach().T.flatten() for weight in hidden]
    for index, layer in enumerate(flat):
        write(f"{name}.scores{index}", layer)
    for share in SHARES:
        write(f"{name}.global-{share}", kept(torch.cat(flat), torch.cat(weights), share))
        by_layer = [kept(*layer, share) for layer in zip(flat, weights)]
        write(f"{name}.layers-{share}", torch.cat(by_layer))


torch.manual_seed(5)
pixels = torch.randint(0, 256, (IMAGES, SHAPE[0]))
pixels[:, 0] = 0
labels = torch.randint(0, SHAPE[-1], (IMAGES,))
batches = [torch.tensor([0, 3, 4, 7, 9, 10, 14, 15]), torch.tensor([1, 2, 5, 6, 8, 11, 12, 13])]
layers = perceptron()
hidden = [layer.weight for layer in layers[:-1]]

write("pixels", pixels)
write("labels", labels)
for index, batch in enumerate(batches):
    write(f"batch{index}", batch)
for index, layer in enumerate(layers):
    write(f"kernel{index}", layer.weight.T)
    write(f"bias{index}", layer.bias)
write_score("snip", snip())
write_score("lamp", lamp())
write_score("taylor", taylor())
write_score("wanda", wanda())
for share in (0.5, 0.75):
    write_wanda_units(share)
write_score("synflow", synflow())
write_score("fisher", fisher())
write_score("grasp", grasp())

# The output layer's weights among those that compete.
hidden = [layer.weight for layer in layers]


def write_with_output(name, scores):
    write(f"{name}.scores{len(scores) - 1}", scores[-1].detach().T)
    flat = torch.cat([score.detach().T.flatten() for score in scores])
    weights = torch.cat([weight.detach().T.flatten() for weight in hidden])
    for share in SHARES:
        write(f"{name}.with-output-{share}", kept(flat, weights, share))


for score in (snip, lamp, taylor, wanda, synflow, fisher, grasp):
    write_with_output(score.__name__, score())
