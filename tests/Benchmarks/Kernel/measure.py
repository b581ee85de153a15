"""One round of measurements of one Jupyter kernel, as JSON: times in ms, memory in MB.

    measure.py KERNEL           the trivial cells, completion, inspection, memory
    measure.py KERNEL NOTEBOOK  the time of one notebook, from the start of the kernel to the last reply
"""
import json
import os
import sys
import time

os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"  # a warning of ipykernel on standard error, at every start

from jupyter_client.manager import KernelManager

LIMIT = 60
SAMPLES = {  # code, cursor in it: the same question to both languages
    "python3": ("values = [1, 2, 3]", "values.", "len"),
    "course-csharp": ("var values = new[] { 1, 2, 3 };", "values.", "Math.Max"),
}


def start(name):
    manager = KernelManager(kernel_name=name)
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=LIMIT)
    return manager, client


def stop(manager, client):
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def ask(send, client):
    """Milliseconds from a request to its reply on shell."""
    begin = time.perf_counter()
    message = send()
    while True:
        reply = client.get_shell_msg(timeout=LIMIT)
        if reply["parent_header"].get("msg_id") == message:
            elapsed = 1000 * (time.perf_counter() - begin)
            content = reply["content"]
            # A quick answer that says nothing must not win.
            if content["status"] != "ok" or not content.get("matches", content.get("found")):
                sys.exit(f"the kernel answered {content}")
            return elapsed


def run(client, code):
    """A cell with everything it puts out: until its reply and until idle."""
    begin = time.perf_counter()
    message = client.execute(code)
    while True:
        published = client.get_iopub_msg(timeout=LIMIT)
        if published["parent_header"].get("msg_id") == message and published["content"].get("execution_state") == "idle":
            break
    reply = client.get_shell_msg(timeout=LIMIT)
    while reply["parent_header"].get("msg_id") != message:
        reply = client.get_shell_msg(timeout=LIMIT)
    if reply["content"]["status"] != "ok":
        sys.exit(f"a cell failed: {reply['content']}")
    return 1000 * (time.perf_counter() - begin)


def memory(manager):
    """Proportional set size of the kernel and its children: shared pages count once for all who share them."""
    def children(pid):
        with open(f"/proc/{pid}/task/{pid}/children") as file:
            return [pid] + [deep for child in file.read().split() for deep in children(int(child))]

    total = 0
    for pid in children(manager.provisioner.pid):
        with open(f"/proc/{pid}/smaps_rollup") as file:
            total += sum(int(line.split()[1]) for line in file if line.startswith("Pss:"))
    return total / 1024


def first_result(name):
    begin = time.perf_counter()
    manager, client = start(name)
    run(client, "1+1")
    elapsed = 1000 * (time.perf_counter() - begin)
    stop(manager, client)
    return elapsed


def trivial(name):
    result = {"first": first_result(name)}
    setup, completed, inspected = SAMPLES[name]
    manager, client = start(name)
    time.sleep(3)
    result["idle"] = run(client, "1+1")
    run(client, setup)
    for _ in range(10):
        run(client, "1+1")
    result["warm"] = min(run(client, "1+1") for _ in range(20))
    for key, send in (("complete", lambda: client.complete(completed)), ("inspect", lambda: client.inspect(inspected))):
        for _ in range(3):
            ask(send, client)
        result[key] = min(ask(send, client) for _ in range(10))
    result["memory1"] = memory(manager)
    stop(manager, client)

    kernels = [start(name) for _ in range(8)]
    for _, client in kernels:
        run(client, "1+1")
    time.sleep(3)
    result["memory8"] = sum(memory(manager) for manager, _ in kernels) / len(kernels)
    for kernel in kernels:
        stop(*kernel)
    return result


def lesson(name, path):
    with open(path, encoding="utf-8") as file:
        cells = ["".join(cell["source"]) for cell in json.load(file)["cells"] if cell["cell_type"] == "code"]
    os.chdir(os.path.dirname(os.path.abspath(path)))
    begin = time.perf_counter()
    manager, client = start(name)
    for cell in cells:
        run(client, cell)
    elapsed = 1000 * (time.perf_counter() - begin)
    stop(manager, client)
    return {"lesson": elapsed}


print(json.dumps(trivial(sys.argv[1]) if len(sys.argv) == 2 else lesson(*sys.argv[1:])))
