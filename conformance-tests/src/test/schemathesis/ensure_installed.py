"""Installs what requirements.txt, or the file named second, pins into the folder named first, unless that was done before."""

import subprocess
import sys
import venv
from pathlib import Path

if sys.version_info < (3, 11):
    sys.exit("The fuzz tests need Python 3.11 or newer as python3, which is %d.%d here." % sys.version_info[:2])

requirements = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).with_name("requirements.txt")
environment = Path(sys.argv[1])
stamp = environment / "installed.txt"
wanted = sys.version + "\n" + requirements.read_text()

if not stamp.exists() or stamp.read_text() != wanted:
    print("Installing", requirements, "into", environment, flush=True)
    venv.create(environment, clear=True, with_pip=True)
    pip = [environment / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run([*pip, "--requirement", requirements], check=True)
    stamp.write_text(wanted)
