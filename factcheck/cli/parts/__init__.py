"""What the commands share; every module beside this folder is one command."""
