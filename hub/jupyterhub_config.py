"""JupyterHub on one machine: every learner is a user of it, the course lies in /opt/course (hub/install.sh /usr/local /opt/course)."""
import os

c = get_config()  # noqa: F821, given by JupyterHub

course = os.environ.get("COURSE_FOLDER", "/opt/course")
c.Spawner.cmd = [f"{course}/start.sh", "jupyterhub-singleuser"]
c.Spawner.notebook_dir = "~"
c.Spawner.default_url = "/tree/course/notebooks"
c.Spawner.start_timeout = 120
c.Spawner.mem_limit = "1G"  # enforced by spawners with containers; the plain one does not
# Learners who closed the browser: their kernels end after half an hour.
c.Spawner.args = ["--MappingKernelManager.cull_idle_timeout=1800", "--MappingKernelManager.cull_interval=300"]
