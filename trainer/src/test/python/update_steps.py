"""Fixture of UpdateStepsTest: a 6-5-4-3 network after 1, 10 and 200 steps in 64-bit PyTorch.

Run: python3 update_steps.py > ../resources/prunesweep/trainer/fixture/update-steps.txt
Made with PyTorch 1.13.1 (Debian's python3-torch). Every case starts from the same network and takes
the same batches. Of a masked one the mask is laid on after 4 steps: weights and what the optimiser
remembers of them become zero, and their gradients are zero from then on. Adam's epsilon stands where section 2
of its paper has it, beside the uncorrected root, as in both engines: PyTorch's is set to that. A kernel is written as this
project has it: a row an input, a column a unit.
"""

import torch
from torch.optim import lr_scheduler as rate

WIDTHS, CLASSES, BATCH, IMAGES = (6, 5, 4, 3), 3, 5, 40
SHOWN, MASK_AFTER = (1, 10, 200), 4


def write(name, values):
    print(name, *(f"{value.item():.9g}" for value in values.detach().flatten()))


def layers(model):
    return [layer for layer in model if hasattr(layer, "weight")]


def network():
    modules = []
    for index, kernel in enumerate(initial):
        linear = torch.nn.Linear(*kernel.shape).double()
        linear.weight.data = kernel.T.double().clone()
        linear.bias.data = torch.zeros(kernel.shape[1], dtype=torch.float64)
        modules += [linear, torch.nn.ReLU()]
    return torch.nn.Sequential(*modules[:-1])


def masked(model):
    return zip(layers(model), masks)


def lay_on(model, optimiser):
    for layer, kept in masked(model):
        layer.weight.data *= kept
        for memory in optimiser.state[layer.weight].values():
            if torch.is_tensor(memory) and memory.shape == kept.shape:
                memory *= kept


def set_epsilon(optimiser, step):
    for group in optimiser.param_groups:
        if "betas" in group:
            group["eps"] = 1e-8 / (1 - group["betas"][1] ** step) ** 0.5


def train(name, optimiser_of, schedule_of, is_masked=False, smoothing=0.0):
    model, losses = network(), []
    optimiser = optimiser_of(model)
    schedule = schedule_of(optimiser)
    rates = []
    for step in range(SHOWN[-1]):
        if is_masked and step == MASK_AFTER:
            lay_on(model, optimiser)
        batch = order[step * BATCH : (step + 1) * BATCH]
        logits = model(pixels[batch].double() / 255)
        loss = torch.nn.functional.cross_entropy(logits, labels[batch], label_smoothing=smoothing)
        losses.append(loss.item())
        optimiser.zero_grad()
        loss.backward()
        if is_masked and step >= MASK_AFTER:
            for layer, kept in masked(model):
                layer.weight.grad *= kept
        set_epsilon(optimiser, step + 1)
        rates.append(schedule.get_last_lr()[0])
        optimiser.step()
        schedule.step()
        if step + 1 in SHOWN:
            for index, layer in enumerate(layers(model)):
                write(f"{name}.{step + 1}.kernel{index}", layer.weight.T)
                write(f"{name}.{step + 1}.bias{index}", layer.bias)
    if smoothing > 0:
        print(name + ".losses", *(f"{loss:.9g}" for loss in losses))
    print(name + ".rates", *(f"{rate:.12g}" for rate in rates))


def constant(optimiser):
    return rate.LambdaLR(optimiser, lambda step: 1)


def both(name, optimiser_of, schedule_of=constant, smoothing=0.0):
    train(name, optimiser_of, schedule_of, smoothing=smoothing)
    train(name + "-masked", optimiser_of, schedule_of, is_masked=True, smoothing=smoothing)


def steps(optimiser):
    return rate.MultiStepLR(optimiser, milestones=[40, 120], gamma=0.3)


def cosine(optimiser):
    return rate.CosineAnnealingLR(optimiser, T_max=200)


def warmed_linear(optimiser):
    rise = rate.LinearLR(optimiser, start_factor=1 / 20, total_iters=19)
    fall = rate.LinearLR(optimiser, start_factor=1, end_factor=0, total_iters=130)
    return rate.SequentialLR(optimiser, [rise, fall], milestones=[20])


def sgd(**options):
    return lambda model: torch.optim.SGD(model.parameters(), lr=0.03, **options)


def without_biases(model, decay):
    weights = [layer.weight for layer in layers(model)]
    biases = [layer.bias for layer in layers(model)]
    return [{"params": weights, "weight_decay": decay}, {"params": biases, "weight_decay": 0}]


def spared(**options):
    return lambda model: torch.optim.SGD(without_biases(model, 0.02), lr=0.03, **options)


def adam(rule, **options):
    return lambda model: rule(model.parameters(), lr=0.003, **options)


torch.manual_seed(3)
pixels = torch.randint(0, 256, (IMAGES, WIDTHS[0]))
labels = torch.randint(0, CLASSES, (IMAGES,))
order = torch.randint(0, IMAGES, (BATCH * SHOWN[-1],))
initial = [torch.rand(shape) * 1.6 - 0.8 for shape in zip(WIDTHS, WIDTHS[1:])]
masks = [torch.randint(0, 2, (kernel.shape[1], kernel.shape[0])) for kernel in initial[:-1]]

print("pixels", *pixels.flatten().tolist())
print("labels", *labels.tolist())
print("order", *order.tolist())
for index, kernel in enumerate(initial):
    write(f"initial{index}", kernel)
for index, mask in enumerate(masks):
    print(f"mask{index}", *mask.T.flatten().tolist())
both("momentum", sgd(momentum=0.9))
both("nesterov", sgd(momentum=0.9, nesterov=True))
both("decay", sgd(weight_decay=0.01))
both("momentum-decay", sgd(momentum=0.9, weight_decay=0.01))
both("nesterov-decay-weights", spared(momentum=0.9, nesterov=True))
both("adam-decay", adam(torch.optim.Adam, weight_decay=0.01))
both("adamw", adam(torch.optim.AdamW, weight_decay=0.1))
both("steps", sgd(), steps)
both("cosine-momentum-decay", sgd(momentum=0.9, weight_decay=0.01), cosine)
both("warmed-linear-adamw", adam(torch.optim.AdamW, weight_decay=0.1), warmed_linear)
both("smoothed", sgd(momentum=0.9), smoothing=0.1)
both("much-smoothed-adam", adam(torch.optim.Adam), smoothing=0.6)
