"""Here so that tests in every folder may import the modules that lie beside this one."""
