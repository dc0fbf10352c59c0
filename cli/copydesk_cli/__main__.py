"""`python -m copydesk_cli`."""

from copydesk_cli.app import main

main()
