"""The command line of copydesk."""
