"""What several formats share; every module beside this folder is one format."""
