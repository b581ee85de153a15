"""A JupyterHub with several learners who log in, spawn, and run a lesson, all at the same time.

    hub_learners.py COURSE FOLDER LEARNERS NOTEBOOK SECONDS

COURSE was made by hub/install.sh; FOLDER is for the hub and the homes. Ends with memory and times, or with what went wrong, in SECONDS.
"""
import asyncio
import concurrent.futures
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import time
import uuid

import requests
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

course, folder, learners, notebook, limit = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4], int(sys.argv[5])
mark = f"COURSE_HUB_TEST={uuid.uuid4()}"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def configuration(port):
    """The course's own configuration, and what a test needs: no passwords, homes in our folder."""
    return f"""
exec(open({str(pathlib.Path(os.environ["HUB_CONFIG"]))!r}).read())
c.JupyterHub.bind_url = "http://127.0.0.1:{port}"
c.JupyterHub.hub_port = {free_port()}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{free_port()}"
c.JupyterHub.authenticator_class = "dummy"
c.JupyterHub.spawner_class = "simple"
c.JupyterHub.db_url = "sqlite:///{folder}/hub.sqlite"
c.JupyterHub.cookie_secret_file = "{folder}/secret"
c.SimpleLocalProcessSpawner.home_dir_template = "{folder}/home/{{username}}"
c.Spawner.environment = {{"COURSE_HUB_TEST": "{mark.split("=")[1]}", "JUPYTER_PATH": {os.environ["JUPYTER_PATH"]!r}}}
c.Spawner.args += ["--allow-root"]
c.Spawner.mem_limit = None
"""


def ours():
    """The processes of the learners, found by their environment: their parents may be gone."""
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            try:
                if mark.encode() in (entry / "environ").read_bytes().split(b"\0"):
                    yield int(entry.name)
            except OSError:
                continue


def pss(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
        return sum(int(line.split()[1]) for line in file if line.startswith("Pss:")) / 1024


def cpu(pid):
    """Seconds of processor time so far, of all threads."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def cells():
    content = json.loads((course / "notebooks" / notebook).read_text(encoding="utf-8"))
    return ["".join(cell["source"]) for cell in content["cells"] if cell["cell_type"] == "code"]


async def run_lesson(url, cookies, sources):
    socket_ = await websocket_connect(HTTPRequest(url, headers={"Cookie": cookies}, connect_timeout=60), max_message_size=2**28)
    session, first = uuid.uuid4().hex, None
    for source in sources:
        message, begin = uuid.uuid4().hex, time.monotonic()
        header = {"msg_id": message, "msg_type": "execute_request", "session": session, "username": "learner", "version": "5.3", "date": ""}
        content = {"code": source, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True}
        await socket_.write_message(json.dumps({"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell", "buffers": []}))
        while True:
            reply = json.loads(await socket_.read_message())
            if reply["parent_header"].get("msg_id") == message and reply["msg_type"] == "execute_reply":
                break
        first = first or time.monotonic() - begin
        if reply["content"]["status"] != "ok":
            raise RuntimeError(f"a cell failed: {reply['content']}")
    socket_.close()
    return first


def learn(base, name, sources):
    begin = time.monotonic()
    browser = requests.Session()
    browser.post(f"{base}/hub/login?next=", data={"username": name, "password": "any"}, timeout=60).raise_for_status()
    page = browser.get(f"{base}/hub/spawn/{name}", timeout=60)
    while "/hub/" in page.url:
        time.sleep(0.2)
        page = browser.get(f"{base}/user/{name}/tree/course/notebooks", timeout=60)
    page.raise_for_status()
    spawned = time.monotonic() - begin
    path = f"{base}/user/{name}/api"
    names = [entry["name"] for entry in browser.get(f"{path}/contents/course/notebooks", timeout=60).json()["content"]]
    if notebook not in names:
        raise RuntimeError(f"{name} sees {names}, not {notebook}")
    token = next(cookie.value for cookie in browser.cookies if cookie.name == "_xsrf")
    started = browser.post(f"{path}/sessions", headers={"X-XSRFToken": token}, timeout=60, json={
        "kernel": {"name": "course-csharp"}, "name": notebook, "path": f"course/notebooks/{notebook}", "type": "notebook"})
    started.raise_for_status()
    kernel = started.json()["kernel"]["id"]
    cookies = requests.utils.dict_from_cookiejar(browser.cookies)
    header = "; ".join(f"{key}={value}" for key, value in cookies.items())
    # Cookies of the learner's server have its path; a dictionary of all is right as long as each learner has a browser of their own.
    first = asyncio.run(run_lesson(f"{path.replace('http', 'ws', 1)}/kernels/{kernel}/channels", header, sources))
    return spawned, first, time.monotonic() - begin


def out_of_time(*_):
    raise TimeoutError(f"not done after {limit} s")


signal.signal(signal.SIGALRM, out_of_time)
signal.alarm(limit)
folder.mkdir(parents=True, exist_ok=True)
port = free_port()
(folder / "config.py").write_text(configuration(port), encoding="utf-8")
log = open(folder / "hub.log", "wb")
hub = subprocess.Popen([sys.executable, "-m", "jupyterhub", "-f", str(folder / "config.py")], cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
try:
    base = f"http://127.0.0.1:{port}"
    while True:
        if hub.poll() is not None:
            raise RuntimeError(f"the hub ended with {hub.returncode}")
        try:
            requests.get(f"{base}/hub/api", timeout=5).raise_for_status()
            break
        except requests.RequestException:
            time.sleep(0.2)
    sources = cells()
    with concurrent.futures.ThreadPoolExecutor(learners) as pool:
        for spawned, first, total in pool.map(lambda number: learn(base, f"learner{number}", sources), range(learners)):
            print(f"server after {spawned:.1f} s, first cell {first:.1f} s, lesson done after {total:.1f} s")
    servers, kernels, seconds = [], [], []
    for pid in ours():
        command = pathlib.Path(f"/proc/{pid}/cmdline").read_bytes()
        is_kernel = b"course-kernel" in command
        (kernels if is_kernel else servers).append(pss(pid))
        if is_kernel:
            seconds.append(cpu(pid))
    print(f"memory (PSS): servers {', '.join(f'{value:.0f}' for value in servers)} MB; kernels {', '.join(f'{value:.0f}' for value in kernels)} MB")
    print(f"processor time of a kernel, start and lesson: {', '.join(f'{value:.1f}' for value in seconds)} s")
    if len(kernels) != learners:
        raise RuntimeError(f"{len(kernels)} kernels for {learners} learners")
    print("all learners done")
except BaseException:
    print((folder / "hub.log").read_text(encoding="utf-8", errors="replace")[-6000:])
    raise
finally:
    signal.alarm(0)
    hub.terminate()
    try:
        hub.wait(20)
    except subprocess.TimeoutExpired:
        hub.kill()
    for pid in ours():
        os.kill(pid, signal.SIGKILL)
